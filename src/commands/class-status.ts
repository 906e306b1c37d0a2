import { join, resolve } from 'node:path';
import { chooseAssignments } from '../classroom/course/choose-assignments.ts';
import type { Course } from '../classroom/course/course.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import { studentWorks } from '../classroom/course/student-work.ts';
import { everyOne } from '../classroom/every-one.ts';
import { repositoryPath } from '../classroom/repositories/place.ts';
import { lookAt, type Whereabouts } from '../classroom/repositories/whereabouts.ts';
import type { Context } from '../context.ts';
import { printable } from '../system/printable.ts';

/** What can be said on the command line of `class status`. */
export interface ClassStatusFlags {
  readonly assignment?: string;
  readonly clones?: string;
  readonly json?: boolean;
}

const AT_ONCE = 4;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Days and commits on one lesson after which somebody may want help. */
const STUCK = { days: 3, commits: 5 };

/** `class status`: who is where, and who has been there for long, from clones. */
export async function classStatus(flags: ClassStatusFlags, context: Context): Promise<number> {
  const course = readCourse(context.cwd);
  const own = chooseAssignments(course, flags.assignment).filter(
    ({ continues }) => continues === null,
  );
  const works = own.flatMap((assignment) => studentWorks(course, assignment));
  const found = await context.out.during('Looking at clones', () =>
    everyOne(works, AT_ONCE, (work) => {
      const place = clonePath(course, flags.clones, context.cwd);
      return lookAt(context, work, place(work));
    }),
  );
  const now = Date.now();
  if (flags.json === true) context.out.print(JSON.stringify(jsonOf(found), null, 2));
  else for (const line of textOf(found, now, context)) context.out.print(line);
  return 0;
}

/** Clones lie by name; by assignment and name where there are folders of assignments. */
function clonePath(course: Course, clones: string | undefined, cwd: string) {
  return (work: Whereabouts['work']): string => {
    if (clones === undefined) return repositoryPath(course, work);
    const folder = resolve(cwd, clones);
    return course.assignments.length === 1
      ? join(folder, work.name)
      : join(folder, work.assignment.id, work.name);
  };
}

function textOf(found: readonly Whereabouts[], now: number, { out }: Context): string[] {
  const width = Math.max(...found.map(({ work }) => work.name.length));
  const { bold } = out.style;
  return [...new Set(found.map(({ work }) => work.assignment))].flatMap((assignment) => [
    bold(assignment.title),
    ...found
      .filter(({ work }) => work.assignment === assignment)
      .map(
        (each) => `${markOf(each, now, out)} ${each.work.name.padEnd(width)}  ${say(each, now)}`,
      ),
    '',
  ]);
}

function markOf(each: Whereabouts, now: number, { symbols }: Context['out']): string {
  if (each.state === 'absent') return symbols.failed;
  if (each.state === 'untouched') return symbols.dash;
  return isStuck(each, now) ? symbols.warning : symbols.here;
}

function say(each: Whereabouts, now: number): string {
  const { state, commits, last, lesson, commitsOnLesson, since } = each;
  if (state === 'absent') return 'no clone here';
  if (state === 'untouched') return 'has not begun';
  const where = lesson === null ? '' : `at ${printable(lesson)}, `;
  const stuck = isStuck(each, now)
    ? `, perhaps stuck: begun ${daysSince(since ?? last!, now)}, ${commitsOnLesson} commits on it`
    : '';
  return `${where}${commits} commits, the last ${daysSince(last!, now)}${stuck}`;
}

function isStuck({ lesson, since, commitsOnLesson, last }: Whereabouts, now: number): boolean {
  if (lesson === null || last === null) return false;
  const days = since === null ? 0 : (now - since) / DAY_MS;
  return days >= STUCK.days || commitsOnLesson >= STUCK.commits;
}

function daysSince(time: number, now: number): string {
  const days = Math.floor((now - time) / DAY_MS);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

function jsonOf(found: readonly Whereabouts[]): object {
  return {
    students: found.map(({ work, last, since, ...rest }) => ({
      assignment: work.assignment.id,
      name: work.name,
      ...rest,
      last: isoTime(last),
      since: isoTime(since),
    })),
  };
}

function isoTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
