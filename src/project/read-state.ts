import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageManager } from '../catalog/package-managers.ts';
import { parseResource } from '../catalog/parse-resource.ts';
import type { Resource } from '../catalog/resource.ts';
import { findStack, type CommandLine, type Stack } from '../catalog/stacks.ts';
import { findStage, type Stage } from '../catalog/stages.ts';
import { UserError } from '../errors.ts';
import { readJsonFile } from '../system/read-json.ts';
import { STATE_FILE, STATE_SCHEMA_VERSION } from './state.ts';

/** A project on disk, as its state file describes it. */
export interface KnownProject {
  /** Absolute path of the folder that holds the state file. */
  readonly folder: string;
  readonly name: string;
  readonly stack: Stack;
  readonly stage: Stage;
  readonly resource: Resource;
  readonly packageManager: PackageManager;
  /** Version of the kit that made or last moved the project. */
  readonly version: string;
  /** Lessons of its stage whose exercises were left open; empty for a finished project. */
  readonly open: readonly string[];
  /** The stack's commands, and over them those that the state file sets. */
  readonly commands: Readonly<Record<string, CommandLine>>;
}

/**
 * The project that a folder lies in.
 * @throws UserError where neither it nor a folder above has a state file
 */
export function requireProject(folder: string): KnownProject {
  const project = findProject(folder);
  if (project !== null) return project;
  throw new UserError('Here is no project of create-backend.', 'Go into one, and try again.');
}

/** The same; null where there is none. */
export function findProject(folder: string): KnownProject | null {
  if (existsSync(join(folder, STATE_FILE))) return readProject(folder);
  const parent = dirname(folder);
  return parent === folder ? null : findProject(parent);
}

function readProject(folder: string): KnownProject {
  const state = readJsonFile(join(folder, STATE_FILE), STATE_FILE) as Record<
    string,
    unknown
  > | null;
  if (Number(state?.['schema']) > STATE_SCHEMA_VERSION) {
    throw new UserError(`${STATE_FILE} is of a newer create-backend.`, 'Use that version of it.');
  }
  const stack = findStack(String(state?.['stack']));
  if (stack === undefined) throw unreadable('no stack that is known here');
  const stage = findStage(String(state?.['stage']));
  if (stage === undefined) throw unreadable('no stage that is known here');
  const { resource, problems } = parseResource(state?.['resource']);
  if (resource === null) throw unreadable(`a resource that is refused: ${problems[0]?.reason}`);
  const packageManager = stack.packageManagers.find(({ id }) => id === state?.['packageManager']);
  if (packageManager === undefined) throw unreadable('no package manager that is known here');
  return {
    folder,
    name: String(state?.['name']),
    stack,
    stage,
    resource,
    packageManager,
    version: String(state?.['kit']),
    open: readOpen(state?.['open']),
    commands: { ...stack.commands, ...readCommands(state?.['commands']) },
  };
}

function readOpen(open: unknown = []): readonly string[] {
  const isWell = Array.isArray(open) && open.every((lesson) => typeof lesson === 'string');
  if (!isWell) throw unreadable('open lessons that are no list of words');
  return open as string[];
}

function readCommands(commands: unknown): Readonly<Record<string, CommandLine>> {
  if (commands === undefined) return {};
  const isWell =
    typeof commands === 'object' &&
    commands !== null &&
    Object.values(commands).every(
      (line) => Array.isArray(line) && line.every((word) => typeof word === 'string'),
    );
  if (!isWell) throw unreadable('commands that are no lists of words');
  return commands as Record<string, CommandLine>;
}

function unreadable(what: string): UserError {
  return new UserError(`${STATE_FILE} has ${what}.`, 'Take the file back from git, or mend it.');
}
