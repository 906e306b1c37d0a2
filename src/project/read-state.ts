import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  /** The stack's commands, and over them those that the state file sets. */
  readonly commands: Readonly<Record<string, CommandLine>>;
}

/** The project that a folder lies in; null where neither it nor a folder above has a state file. */
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
  const commands = { ...stack.commands, ...readCommands(state?.['commands']) };
  return { folder, name: String(state?.['name']), stack, stage, resource, commands };
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
