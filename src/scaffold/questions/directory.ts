import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import {
  refuseProjectName,
  spellProjectName,
  suggestProjectName,
  type ProjectName,
} from '../../catalog/names.ts';
import { UserError } from '../../errors.ts';
import type { CreateFlags } from '../flags.ts';
import type { Interview } from '../interview.ts';
import { inspectTarget, type Target } from '../target.ts';

const DEFAULT_NAME = 'my-api';
/** How many numbers are tried behind a name; behind a link, say, none of them helps. */
const MOST_TRIED = 1_000;

/** Why a project cannot go where something is already. */
const refusals: Readonly<Record<Target, string | null>> = {
  absent: null,
  empty: null,
  taken: 'a folder of that name has something in it',
  link: 'a symbolic link is there, and what it leads to is left alone',
  file: 'something that is not a folder is there',
  closed: 'a folder of that name is there, and you may not look into it',
};

/** Absolute path of the folder that the project goes to. */
export async function answerDirectory(interview: Interview, cwd: string): Promise<string> {
  const { directory, mergeInto, name } = interview.flags;
  if (mergeInto !== undefined) return mergeTarget(cwd, directory, mergeInto);
  if (directory !== undefined) return requireDirectory(cwd, directory);
  const otherwise = freeDirectory(cwd, DEFAULT_NAME) ?? DEFAULT_NAME;
  const refuse = (typed: string) =>
    refuseDirectory(cwd, typed) ?? refuseProjectName(name ?? basename(resolve(cwd, typed)));
  const answer = await interview.settle({
    flag: 'a directory',
    example: otherwise,
    otherwise,
    ask: (prompt) => prompt.text('What is it called?', otherwise, refuse),
  });
  return requireDirectory(cwd, answer);
}

/** The project's name: that of its folder, or what `--name` says. */
export function answerName({ name }: CreateFlags, target: string): ProjectName {
  const wanted = name ?? basename(target);
  const reason = refuseProjectName(wanted);
  if (reason === null) return spellProjectName(wanted);
  const suggestion = suggestProjectName(wanted);
  throw new UserError(
    `A project cannot be named ${quote(wanted)}: ${reason}.`,
    suggestion === null ? 'Say another by --name.' : `Say another by --name ${suggestion}.`,
  );
}

function requireDirectory(cwd: string, directory: string): string {
  const reason = refuseDirectory(cwd, directory);
  if (reason === null) return resolve(cwd, directory);
  const merge =
    reason === refusals.taken ? `, or add only what is absent: --merge-into ${directory}` : '';
  throw new UserError(`${quote(directory)}: ${reason}.`, `${otherName(cwd, directory)}${merge}.`);
}

function mergeTarget(cwd: string, directory: string | undefined, mergeInto: string): string {
  if (directory !== undefined) {
    throw new UserError('A directory and --merge-into exclude each other.', 'Say one of them.');
  }
  const target = resolve(cwd, mergeInto);
  const found = refuseOutside(mergeInto) === null ? inspectTarget(cwd, target) : 'absent';
  if (found === 'empty' || found === 'taken') return target;
  const reason = refuseOutside(mergeInto) ?? refusals[found] ?? 'there is no such folder';
  throw new UserError(`--merge-into ${quote(mergeInto)}: ${reason}.`, 'Name a folder of yours.');
}

/** `my-api`, or `my-api-2` and so on where that is taken; undefined where no name is free. */
function freeDirectory(cwd: string, wanted: string): string | undefined {
  const numbered = Array.from({ length: MOST_TRIED }, (_, at) => `${wanted}-${at + 2}`);
  return [wanted, ...numbered].find(
    (candidate) => refusals[inspectTarget(cwd, resolve(cwd, candidate))] === null,
  );
}

/** Reason why a new project cannot go to what was typed, or null. */
function refuseDirectory(cwd: string, directory: string): string | null {
  return (
    refuseOutside(directory) ??
    refuseNewFolders(cwd, directory) ??
    refusals[inspectTarget(cwd, resolve(cwd, directory))]
  );
}

function refuseOutside(directory: string): string | null {
  if (directory === '') return 'it is empty';
  if (directory.includes('\0')) return 'it contains a NUL character';
  if (isAbsolute(directory) || directory.split(/[\\/]/).includes('..')) {
    return 'it leads out of the current folder; go there first (cd)';
  }
  return null;
}

/** Folders that are there already may be called anything; those that will be made may not. */
function refuseNewFolders(cwd: string, directory: string): string | null {
  const parts = directory.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  for (const [at, part] of parts.entries()) {
    const reason = refuseProjectName(part);
    if (reason === null || existsSync(join(cwd, ...parts.slice(0, at + 1)))) continue;
    return parts.length === 1 ? reason : `${quote(part)}: ${reason}`;
  }
  return null;
}

function otherName(cwd: string, directory: string): string {
  const suggestion = suggestProjectName(basename(directory.replaceAll('\\', '/')));
  if (suggestion === null || refuseOutside(directory) !== null) return 'Choose another name';
  const free = freeDirectory(cwd, join(dirname(directory), suggestion));
  return free === undefined || refuseNewFolders(cwd, free) !== null
    ? 'Choose another name'
    : `Choose another name, for example ${free}`;
}

/** What was typed, on one line and cut where it is long. */
function quote(typed: string): string {
  const text = JSON.stringify(typed);
  return text.length > 60 ? `${text.slice(0, 56)}…"` : text;
}
