import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import type { Course } from '../../../src/classroom/course/course.ts';
import type { StudentWork } from '../../../src/classroom/course/student-work.ts';
import { planWork } from '../../../src/classroom/repositories/plan-work.ts';
import {
  projectFiles,
  repositoryFiles,
} from '../../../src/classroom/repositories/repository-files.ts';
import { loadChecks } from '../../../src/lessons/check-index.ts';
import { askProject } from '../../../src/lessons/verify/ask.ts';
import { writeFiles } from '../../../src/project/files.ts';
import type { Files } from '../../../src/scaffold/render.ts';
import { temporaryFolder } from '../temporary.ts';
import { WEIGHTS } from './course.ts';
import type { Fault } from './faults.ts';

const STAGE = 1;
const POINTS = 100;
const TRIES = 3;

/** What each check is worth to students who drew a resource, by id. */
export type Worth = ReadonlyMap<string, number>;

/**
 * What the checks are worth by the rules of docs/instructors.md, found out without a sandbox and
 * without what grades: a lesson's points are shared by the checks that its starter fails and its
 * solution passes, and a check that keeps what there is costs such a share.
 */
export async function findWorth(course: Course, work: StudentWork): Promise<Worth> {
  const solution = projectFiles({ ...planWork(work, course.kit), open: [] });
  const [given, possible] = [
    await passedBy(course, repositoryFiles(course, work)),
    await passedBy(course, solution),
  ];
  const all = await loadChecks(STAGE);
  const earns = ({ id, needs }: PlacedCheck) =>
    isOfCommits(needs) || (possible.has(id) && !given.has(id));
  const whole = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
  const shares = Object.entries(WEIGHTS).flatMap(([lesson, weight]) => {
    const own = all.filter((check) => check.lesson === lesson && isAskedOfClasses(check));
    const share = (POINTS * weight) / whole / own.filter(earns).length;
    return own.map(({ id }) => [id, share] as const);
  });
  return new Map(shares);
}

/** The points of a submission with a fault, or without one. */
export function pointsOf(worth: Worth, fault: Fault | null): number {
  if (fault?.loses === 'everything') return 0;
  const lost = (fault?.loses ?? []).reduce((sum, id) => sum + worth.get(id)!, 0);
  return Math.round((POINTS - lost) * 100) / 100;
}

function isAskedOfClasses({ needs }: PlacedCheck): boolean {
  return !needs?.includes('own-machine');
}

/** Commits are nobody's but the student's: neither starter nor solution has any. */
function isOfCommits(needs: readonly string[] = []): boolean {
  return needs.join() === 'project';
}

/** Ids of the checks of the lessons that a project passes at home. */
async function passedBy({ folder: course }: Course, files: Files): Promise<ReadonlySet<string>> {
  const folder = join(temporaryFolder(), 'project');
  mkdirSync(folder);
  writeFiles(folder, files);
  symlinkSync(modulesIn(course), join(folder, 'node_modules'));
  const passed = new Set<string>();
  // On a busy machine something fails now and then, and passes when it is asked again.
  for (let tries = 0; tries < TRIES; tries += 1) {
    const more = await passing(folder, passed);
    if (more.length === 0 && passed.size > 0) break;
    for (const id of more) passed.add(id);
  }
  return passed;
}

/** What passes of all that has not passed yet. */
async function passing(folder: string, known: ReadonlySet<string>): Promise<string[]> {
  const checks = (await loadChecks(STAGE)).filter(
    ({ id, lesson, needs }) =>
      lesson !== null && lesson in WEIGHTS && !isOfCommits(needs) && !known.has(id),
  );
  if (checks.length === 0) return [];
  const context = { env: process.env, signal: new AbortController().signal };
  const results = await askProject(context, folder, checks, { seed: 1, bail: false });
  return results.filter(({ state }) => state === 'pass').map(({ check }) => check.id);
}

/** The packages that the grading has installed. */
function modulesIn(course: string): string {
  const packages = join(course, '.grading', 'packages');
  const found = readdirSync(packages).find((name) => !name.startsWith('.'));
  return join(packages, found!, 'node_modules');
}
