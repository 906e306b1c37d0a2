import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCourse } from '../../src/classroom/course/read-course.ts';
import type { Course } from '../../src/classroom/course/course.ts';
import type { Plan } from '../../src/scaffold/plan.ts';
import { renderRegions } from '../../src/scaffold/render-regions.ts';
import { loadTemplates } from '../../src/scaffold/template-set.ts';
import { packageVersion } from '../../src/system/package-root.ts';
import { kit } from './kit.ts';
import { machine, type Machine } from './machine.ts';

/** The secret of every course of the tests. */
export const SEED = 'the secret of this course';

/** The text of a course file with these assignments, each as YAML in braces. */
export function courseFile(assignments: readonly string[], ...rest: readonly string[]): string {
  return `title: Backends
kit: ${packageVersion()}
time-zone: Europe/Madrid
seed: ${SEED}
assignments:
${assignments.map((assignment) => `  - ${assignment}`).join('\n')}
${rest.join('\n')}
`;
}

/** An instructor at a terminal in the folder of their course. */
export class Instructor {
  readonly folder: string;
  readonly place: Machine;

  /** @param roster identifiers, or the lines of a CSV */
  constructor(course: string, roster: readonly string[], place = machine()) {
    this.place = place;
    this.folder = join(place.cwd, 'course');
    mkdirSync(this.folder);
    this.write('course.yaml', course);
    this.enrol(...roster);
  }

  enrol(...roster: readonly string[]): void {
    this.write('roster.csv', ['identifier,name', ...roster, ''].join('\n'));
  }

  type(...args: readonly string[]) {
    return kit(['class', ...args], { cwd: this.folder, env: this.place.env });
  }

  /** The same, as an object of `--json`. */
  async ask(...args: readonly string[]) {
    const { stdout, stderr } = await this.type(...args, '--json');
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
  }

  course(): Course {
    return readCourse(this.folder);
  }

  repository(assignment: string, name: string): string {
    return join(this.folder, 'repositories', assignment, name);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }
}

/** Runs git in a folder as some student would, and returns what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  const own = ['-c', 'user.name=Sam', '-c', 'user.email=sam@example.com'];
  const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 } as const;
  return execFileSync('git', [...own, ...args], options).trim();
}

/** Everything that git holds of a repository: commits, trees, and files, whether reachable or not. */
export function everyObject(repository: string): string {
  return git(repository, 'cat-file', '--batch-all-objects', '--batch', '--buffer');
}

/** What stands in the regions of a plan's open lessons once they are solved, as far as it is telling. */
export function solutionsOf(plan: Plan): { path: string; text: string }[] {
  const templates = loadTemplates(plan.stack.id, plan.stage);
  const open = renderRegions(plan, templates);
  const solved = renderRegions({ ...plan, open: [] }, templates);
  return [...solved].flatMap(([path, regions]) =>
    regions
      .filter(({ text }, at) => text !== open.get(path)![at]?.text)
      .map(({ text }) => ({ path, text: text.trim() }))
      .filter(({ text }) => text.length > 60),
  );
}
