import { basename, isAbsolute, resolve, sep } from 'node:path';
import {
  refuseProjectName,
  spellProjectName,
  suggestProjectName,
  type ProjectName,
} from '../../catalog/names.ts';
import { UserError } from '../../errors.ts';
import type { CreateFlags } from '../flags.ts';
import type { Interview } from '../interview.ts';
import { inspectTarget } from '../write.ts';

const DEFAULT_NAME = 'my-api';

/** Absolute path of the folder that the project goes to. */
export async function answerDirectory(interview: Interview, cwd: string): Promise<string> {
  const { directory, mergeInto } = interview.flags;
  if (mergeInto !== undefined) return mergeTarget(cwd, directory, mergeInto);
  if (directory !== undefined) {
    const reason = refuseDirectory(cwd, directory);
    if (reason !== null)
      throw new UserError(`${quote(directory)}: ${reason}.`, otherName(cwd, directory));
    return resolve(cwd, directory);
  }
  const otherwise = freeName(cwd, DEFAULT_NAME);
  const answer = await interview.settle({
    flag: 'a directory',
    example: otherwise,
    otherwise,
    ask: (prompt) =>
      prompt.text('What is it called?', otherwise, (typed) => refuseDirectory(cwd, typed)),
  });
  return resolve(cwd, answer);
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

/** `my-api`, or `my-api-2` and so on where that is taken. */
function freeName(cwd: string, name: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (inspectTarget(cwd, resolve(cwd, candidate)) !== 'taken') return candidate;
  }
}

function refuseDirectory(cwd: string, directory: string): string | null {
  const outside = refuseOutside(directory);
  if (outside !== null) return outside;
  const target = resolve(cwd, directory);
  const parts = directory.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  for (const part of parts) {
    const reason = refuseProjectName(part);
    if (reason !== null) return `${part === directory ? '' : `${quote(part)}: `}${reason}`;
  }
  if (inspectTarget(cwd, target) === 'taken') return 'a folder of that name has something in it';
  return null;
}

function refuseOutside(directory: string): string | null {
  if (directory.includes('\0')) return 'it contains a NUL character';
  if (isAbsolute(directory) || directory.split(/[\\/]/).includes('..')) {
    return 'it leads out of the current folder; go there first (cd)';
  }
  return directory === '' ? 'it is empty' : null;
}

function otherName(cwd: string, directory: string): string {
  const last = basename(directory.split(sep).join('/'));
  const suggestion = suggestProjectName(last);
  if (suggestion === null || refuseOutside(directory) !== null) return 'Choose another name.';
  const merge = inspectable(cwd, directory)
    ? `, or add only what is absent: --merge-into ${directory}`
    : '';
  return `Choose another name, for example ${freeName(cwd, suggestion)}${merge}.`;
}

function inspectable(cwd: string, directory: string): boolean {
  return refuseProjectName(basename(directory)) === null && directory !== '.' && cwd !== '';
}

function mergeTarget(cwd: string, directory: string | undefined, mergeInto: string): string {
  if (directory !== undefined) {
    throw new UserError('A directory and --merge-into exclude each other.', 'Say one of them.');
  }
  const reason = refuseOutside(mergeInto);
  if (reason !== null) throw new UserError(`--merge-into ${quote(mergeInto)}: ${reason}.`);
  const target = resolve(cwd, mergeInto);
  if (inspectTarget(cwd, target) === 'absent') {
    throw new UserError(
      `There is no folder ${quote(mergeInto)} to merge into.`,
      'Name one that exists.',
    );
  }
  return target;
}

/** What was typed, safe to show: control characters spelled out, cut where it is long. */
function quote(typed: string): string {
  const text = JSON.stringify(typed);
  return text.length > 60 ? `${text.slice(0, 56)}…"` : text;
}
