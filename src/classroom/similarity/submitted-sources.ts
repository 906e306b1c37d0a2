import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitContext } from '../../project/git.ts';
import type { StudentWork } from '../course/student-work.ts';
import { findSubmissions, type HandedIn } from '../submissions/find-submissions.ts';
import { Unusable } from '../submissions/intake.ts';
import { newestOf } from '../submissions/newest.ts';
import { takeIn } from '../submissions/take-in.ts';
import { sortByWork } from '../submissions/whose.ts';
import { sourcesIn, type WorkSources } from './sources.ts';

/** The sources of the submissions in a folder, by work; nothing of them is run. */
export async function submittedSources(
  folder: string,
  works: readonly StudentWork[],
  context: GitContext,
): Promise<readonly WorkSources[]> {
  const { byWork } = sortByWork(findSubmissions(folder), works);
  const found: WorkSources[] = [];
  for (const [work, handedIn] of byWork) {
    const { newest } = newestOf(handedIn);
    if (newest !== null) found.push({ work: work.name, sources: await read(newest, context) });
  }
  return found;
}

/** Of what cannot be unpacked, nothing. */
async function read(handedIn: HandedIn, context: GitContext): Promise<WorkSources['sources']> {
  const place = mkdtempSync(join(tmpdir(), 'create-backend-reading-'));
  try {
    return sourcesIn((await takeIn(handedIn, place, context)).folder);
  } catch (error) {
    if (error instanceof Unusable) return [];
    throw error;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
