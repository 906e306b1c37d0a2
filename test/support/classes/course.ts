import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Course } from '../../../src/classroom/course/course.ts';
import { readCourse } from '../../../src/classroom/course/read-course.ts';
import { kit, type Run } from '../kit.ts';

/** The assignment that a new course begins with. */
export const ASSIGNMENT = 'first-service';

/** The lessons that the class is graded for, with their weights: one of commits, four of the service. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  '02-version-control': 1,
  '03-create-and-read': 1,
  '04-validation': 2,
  '05-predictable-errors': 1,
  '07-replace-patch-delete': 1,
};

/** Types a command of `class` in a course's folder. */
export function typeClass(folder: string, ...args: readonly string[]): Promise<Run> {
  return kit(['class', ...args], { cwd: folder, env: process.env });
}

/** The same, where it has to go well; what it prints. */
export async function typeWell(folder: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await typeClass(folder, ...args);
  expect(exitCode, `${args.join(' ')}: ${stdout}${stderr}`).toBe(0);
  return stdout;
}

/**
 * A course as a new instructor makes it: begun, a roster and a few lines of their own, generated.
 * @param resources of which each student draws one, with commas between
 */
export async function makeClass(
  folder: string,
  identifiers: readonly string[],
  resources: string,
): Promise<Course> {
  const wishes = ['--stage', 'in-memory', '--time-zone', 'UTC', '--resources', resources];
  await typeWell(folder, 'init', '--yes', ...wishes);
  const rows = identifiers.map((name) => `${name},Student ${name},${name}@example.com,A`);
  writeFileSync(
    join(folder, 'roster.csv'),
    ['identifier,name,email,section', ...rows, ''].join('\n'),
  );
  settle(join(folder, 'course.yaml'));
  await typeWell(folder, 'generate', '--assignment', ASSIGNMENT);
  return readCourse(folder);
}

/** What is drawn is drawn alike in every run. */
function settle(path: string): void {
  const weights = JSON.stringify(WEIGHTS).replaceAll(/[":,]/g, (sign) =>
    sign === '"' ? '' : `${sign} `,
  );
  const text = readFileSync(path, 'utf8')
    .replace(/^seed: .*$/m, 'seed: what nobody of this class knows')
    .replace('    lessons: all', `    lessons: [${Object.keys(WEIGHTS).join(', ')}]`)
    .replace('    points: 100', `    points: 100\n    weights: ${weights}`);
  writeFileSync(path, text);
}
