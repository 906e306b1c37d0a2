import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stageFolder, type Stage } from '../../catalog/stages.ts';
import { commitFiles, isKept } from '../../project/commits.ts';
import type { GitContext } from '../../project/git.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { STATE_FILE } from '../../project/state.ts';
import { updateState } from '../../project/update-state.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { drawLetter, type ReceivedLetter } from './draw-letter.ts';
import { loadLetters } from './letter.ts';

/** The letter of a project's stage. */
export interface Mail {
  /** Where it lies, from the project's folder. */
  readonly path: string;
  readonly text: string;
  /** Whether it has come just now, and has changed what the project is to serve. */
  readonly isNew: boolean;
  /** Short name of the commit that it came with; null where nothing was committed. */
  readonly commit: string | null;
}

/**
 * The letter of the project's stage. The first time, one is drawn: it is put into the project, and
 * the resource becomes what the customer wants.
 */
export async function receiveLetter(
  context: GitContext,
  project: KnownProject,
  plan: Plan,
  seed: number,
): Promise<Mail> {
  const { folder, stage } = project;
  const path = letterPath(stage);
  if (hasLetter(project)) {
    const text = readFileSync(join(folder, path), 'utf8');
    return { path, text, isNew: false, commit: null };
  }
  const letter = drawLetter(loadLetters(stage.number), plan, seed);
  const text = letterText(letter);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  updateState(folder, { resource: letter.wanted.schema });
  return { path, text, isNew: true, commit: await commit(context, project, path, letter) };
}

/** Whether the letter of a project's stage has come. */
export function hasLetter({ folder, stage }: KnownProject): boolean {
  return existsSync(join(folder, letterPath(stage)));
}

/** Where the letter of a stage lies in a project. */
export function letterPath(stage: Stage): string {
  return `letters/${stageFolder(stage)}.md`;
}

/** A letter as the file that it becomes. */
export function letterText({ subject, from, text }: ReceivedLetter): string {
  return `# ${subject}\n\nFrom: ${from}\n\n${text.trimEnd()}\n`;
}

async function commit(
  context: GitContext,
  { folder }: KnownProject,
  path: string,
  { subject }: ReceivedLetter,
): Promise<string | null> {
  if (!(await isKept(context, folder))) return null;
  return commitFiles(context, folder, [path, STATE_FILE], `Receive a letter: ${subject}`);
}
