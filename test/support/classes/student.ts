import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../../../src/classroom/course/course.ts';
import type { StudentWork } from '../../../src/classroom/course/student-work.ts';
import { planWork } from '../../../src/classroom/repositories/plan-work.ts';
import { projectFiles } from '../../../src/classroom/repositories/repository-files.ts';
import { takeOutWork, withWork, type Step } from '../../../src/lessons/verify/work.ts';
import { writeFiles } from '../../../src/project/files.ts';
import type { Files } from '../../../src/scaffold/render.ts';
import { git } from '../course.ts';
import { zipOf } from '../zip.ts';
import { ASSIGNMENT } from './course.ts';
import type { Fault } from './faults.ts';

/** How somebody hands in, and what is wrong with it; null where nothing is. */
export interface Habit {
  /** `moodle`: a zip file in a folder that Moodle has named. */
  readonly form: 'clone' | 'zip' | 'moodle';
  readonly fault: Fault | null;
}

/** The practice that is graded by its commits. */
const practice = { stage: '1-in-memory', lesson: '02-version-control' };

/** Does the work in a clone of the student's repository, and hands it in. */
export function handIn(course: Course, work: StudentWork, { form, fault }: Habit): void {
  const clones = join(course.folder, 'students');
  const project = join(clones, work.name);
  mkdirSync(clones, { recursive: true });
  git(clones, 'clone', '--quiet', join('..', 'repositories', ASSIGNMENT, work.name), project);
  const plan = planWork(work, course.kit);
  const solution = withWork(projectFiles({ ...plan, open: [] }), practice);
  const { files, work: done } = takeOutWork(fault?.spoil(solution, plan) ?? solution);
  if (fault?.history !== 'given') bringTo(project, files, solution);
  keepHistory(project, done?.steps ?? [], fault?.history);
  const place = join(course.folder, 'submissions', ASSIGNMENT);
  mkdirSync(place, { recursive: true });
  if (form === 'clone') return renameSync(project, join(place, work.name));
  handInZip(project, place, form, work);
}

/** The README says whose repository it is, and stays. */
function bringTo(project: string, files: Files, solution: Files): void {
  const own = [...files].filter(([path]) => path !== 'README.md');
  for (const path of solution.keys()) {
    if (path !== 'README.md' && !files.has(path)) rmSync(join(project, path), { force: true });
  }
  writeFiles(project, new Map(own));
}

function keepHistory(project: string, steps: readonly Step[], history: Fault['history']): void {
  if (history === undefined) return steps.forEach((step) => takeStep(project, step));
  if (history === 'given' || history === 'uncommitted') return;
  rmSync(join(project, '.git'), { recursive: true });
  if (history === 'empty') git(project, 'init', '--quiet');
}

/** The first commit has the solution too. */
function takeStep(project: string, step: Step): void {
  if ('branch' in step) return void git(project, 'switch', '--quiet', '--create', step.branch);
  writeFiles(project, new Map(Object.entries(step.files)));
  git(project, 'add', '--all');
  git(project, 'add', '--force', ...Object.keys(step.files));
  git(project, 'commit', '--quiet', '-m', step.message);
}

function handInZip(
  project: string,
  place: string,
  form: 'zip' | 'moodle',
  { name, students }: StudentWork,
): void {
  const entries = readdirSync(project, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: `${name}${path.slice(project.length)}`, content: readFileSync(path) }));
  const inMoodle = join(place, `${students[0]!.name}_4711_assignsubmission_file`);
  if (form === 'moodle') mkdirSync(inMoodle);
  const path = form === 'moodle' ? join(inMoodle, 'my work.zip') : join(place, `${name}.zip`);
  writeFileSync(path, zipOf(entries));
  rmSync(project, { recursive: true });
}
