import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCourse } from '../src/classroom/course/read-course.ts';
import { studentWorks } from '../src/classroom/course/student-work.ts';
import type { Grade } from '../src/classroom/grades.ts';
import { planWork } from '../src/classroom/repositories/plan-work.ts';
import { projectFiles } from '../src/classroom/repositories/repository-files.ts';
import { writeFiles } from '../src/project/files.ts';
import { printTable } from './measure.ts';

/**
 * Classes of several sizes, whose submissions are all sound, graded one and two at a time. The
 * packages are there already; the trial of the sandbox, and of starter and solution, counts.
 *
 *   npm run build && node bench/grade.ts [sizes] [lessons]
 */
const [sizes = '10,30,60', lessons = '03-create-and-read,04-validation,05-predictable-errors'] =
  process.argv.slice(2);
const ASSIGNMENT = 'first-service';
const bin = join(import.meta.dirname, '..', 'bin', 'create-backend.js');
const folder = mkdtempSync(join(tmpdir(), 'create-backend-bench-'));

function kit(...args: readonly string[]): string {
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  return execFileSync(process.execPath, [bin, 'class', ...args], {
    cwd: folder,
    stdio: [...stdio],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
}

function begin(): void {
  kit('init', '--yes', '--stage', 'in-memory', '--resources', 'tasks');
  const path = join(folder, 'course.yaml');
  const text = readFileSync(path, 'utf8').replace('lessons: all', `lessons: [${lessons}]`);
  writeFileSync(path, text);
}

/** A class of a size, all of which have handed in. */
function enrol(size: number): void {
  const names = Array.from({ length: size }, (_, at) => `student-${at + 1}`);
  writeFileSync(join(folder, 'roster.csv'), ['identifier', ...names, ''].join('\n'));
  const submissions = join(folder, 'submissions', ASSIGNMENT);
  rmSync(submissions, { recursive: true, force: true });
  const course = readCourse(folder);
  for (const work of studentWorks(course, course.assignments[0]!)) {
    const own = join(submissions, work.name);
    mkdirSync(own, { recursive: true });
    writeFiles(own, projectFiles({ ...planWork(work, course.kit), open: [] }));
    // Equal files are asked once.
    writeFileSync(join(own, 'README.md'), `# ${work.name}\n`);
  }
}

/** Seconds in which they are graded, as if for the first time. */
function grade(jobs: number): number {
  rmSync(join(folder, '.grading', 'findings'), { recursive: true, force: true });
  const since = performance.now();
  const printed = kit('grade', '--assignment', ASSIGNMENT, '--jobs', String(jobs), '--json');
  const seconds = (performance.now() - since) / 1000;
  const { assignments } = JSON.parse(printed) as { assignments: { grades: Grade[] }[] };
  const wrong = assignments[0]!.grades.find(({ points }) => points.total !== 100);
  if (wrong !== undefined) throw new Error(`${wrong.work} has ${wrong.points.total} points`);
  return seconds;
}

try {
  begin();
  enrol(1);
  // Brings the packages.
  grade(1);
  const rows = sizes.split(',').flatMap((size) => {
    enrol(Number(size));
    return [1, 2].map((jobs) => {
      const load = loadavg()[0]!.toFixed(1);
      const seconds = grade(jobs);
      const each = seconds / Number(size);
      console.error(`${size} submissions, ${jobs} at once: ${seconds.toFixed(0)} s`);
      return [
        size,
        String(jobs),
        seconds.toFixed(0),
        each.toFixed(1),
        (60 / each).toFixed(1),
        load,
      ];
    });
  });
  printTable(['submissions', 'at once', 's', 's each', 'a minute', 'load'], rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
