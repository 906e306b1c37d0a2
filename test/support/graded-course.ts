import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Grade } from '../../src/classroom/grades.ts';
import { repository } from './kit.ts';
import { temporaryFolder } from './temporary.ts';

const sound = join(repository, 'test', 'alternatives');

/** A course with one assignment, a service written from nothing, for these students. */
export function makeCourse(students: readonly string[], settings: readonly string[] = []): string {
  const folder = temporaryFolder();
  const rows = students.map((name) => `${name},${name.toUpperCase()} Someone,${name}@example.com`);
  writeFileSync(join(folder, 'roster.csv'), ['identifier,name,email', ...rows, ''].join('\n'));
  const course = [
    'title: Backends',
    `kit: ${version()}`,
    'time-zone: UTC',
    'workflow: none',
    'seed: "a seed that nobody guesses"',
    'roster: roster.csv',
    'assignments:',
    '  - id: first',
    '    title: A first service',
    '    stage: in-memory',
    '    mode: blank',
    '    lessons: [03-create-and-read]',
    '    resource: tasks',
    ...settings,
    '',
  ];
  writeFileSync(join(folder, 'course.yaml'), course.join('\n'));
  mkdirSync(join(folder, 'submissions', 'first'), { recursive: true });
  sharePackages(folder);
  return folder;
}

/** Packages are installed once for all tests: what is graded with them is found out anew in each. */
function sharePackages(course: string): void {
  const shared = join(repository, '.cache', 'graded-packages');
  mkdirSync(shared, { recursive: true });
  // Some tests grade as another user.
  chmodSync(shared, 0o777);
  mkdirSync(join(course, '.grading'));
  symlinkSync(shared, join(course, '.grading', 'packages'));
}

/** Where a student's work is handed in. */
export function handedIn(course: string, name: string): string {
  return join(course, 'submissions', 'first', name);
}

/** Hands in a service that keeps all promises, begun by a program of the student's. */
export function handIn(course: string, name: string, program: string): string {
  const folder = handedIn(course, name);
  cpSync(join(sound, 'plain-node'), join(folder, 'sound'), { recursive: true });
  cpSync(join(sound, 'openapi.json'), join(folder, 'openapi.json'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'server.ts'), program);
  writeFileSync(join(folder, 'start.sh'), 'exec node server.ts\n');
  return folder;
}

/** The grades that are written, by name. */
export function gradesIn(course: string): Readonly<Record<string, Grade>> {
  const folder = join(course, 'grades', 'first');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Grade;
  return Object.fromEntries(files.map((file) => [file.replace(/\.json$/, ''), read(file)]));
}

function version(): string {
  const manifest = readFileSync(join(repository, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
