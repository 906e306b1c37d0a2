import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { GitContext } from '../../project/git.ts';
import type { HandedIn } from './find-submissions.ts';
import { hashFiles } from './hash-files.ts';
import { Intake } from './intake.ts';
import { readFolder } from './read-folder.ts';
import { readZip } from './read-zip.ts';
import { lastCommitIn, type LastCommit } from './repository-copy.ts';
import { seenAt } from './seen-at.ts';

/** A copy of what was handed in, of which nothing can do harm that only lies there. */
export interface TakenIn {
  readonly folder: string;
  /** SHA-256 of its files and its commit. */
  readonly hash: string;
  /** When the instructor's side saw it: milliseconds since 1970. */
  readonly seen: number;
  readonly commit: LastCommit | null;
  /** What was left out, each a sentence. */
  readonly notes: readonly string[];
}

/**
 * Copies what was handed in.
 * @param folder an empty one that is the copy's
 * @throws Unusable when it cannot be graded at all
 */
export async function takeIn(
  submission: HandedIn,
  folder: string,
  context: GitContext,
): Promise<TakenIn> {
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked);
  const intake = new Intake(unpacked);
  if (submission.kind === 'zip') await readZip(submission.path, intake);
  else readFolder(submission.path, intake);
  const project = join(folder, 'project');
  renameSync(withoutWrapping(unpacked), project);
  const commit = await lastCommitIn(project, context);
  const hash = hashFiles(project, commit?.id ?? null);
  return { folder: project, hash, seen: seenAt(submission), commit, notes: intake.notes };
}

/** Many pack a folder rather than what is in it. */
function withoutWrapping(folder: string): string {
  const [only, ...others] = readdirSync(folder, { withFileTypes: true });
  const isWrapping = only?.isDirectory() === true && only.name !== '.git';
  if (!isWrapping || others.length > 0) return folder;
  return withoutWrapping(join(folder, only.name));
}
