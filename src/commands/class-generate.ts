import { relative } from 'node:path';
import { chooseAssignments, requireKit } from '../classroom/course/choose-assignments.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import { generate, type Generated, type Generation } from '../classroom/repositories/generate.ts';
import type { Context } from '../context.ts';
import type { Kit } from '../scaffold/plan.ts';

/** What can be said on the command line of `class generate`. */
export interface ClassGenerateFlags {
  readonly assignment?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `class generate`: a repository for each student who has none yet. */
export async function classGenerate(
  flags: ClassGenerateFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const course = readCourse(context.cwd);
  requireKit(course, kit.version, kit.command);
  const assignments = chooseAssignments(course, flags.assignment);
  const isDryRun = flags.dryRun === true;
  const generation = await context.out.during('Making repositories', () =>
    generate(context, course, assignments, isDryRun),
  );
  if (flags.json === true) context.out.print(JSON.stringify(jsonOf(generation), null, 2));
  else for (const line of textOf(generation, context, kit)) context.out.print(line);
  return 0;
}

/** An assignment a line, and under it what was made for whom. */
function textOf(generation: Generation, context: Context, kit: Kit): string[] {
  const { repositories, orphans } = generation;
  const { symbols } = context.out;
  const made = repositories.filter(({ state }) => state !== 'kept');
  const width = Math.max(0, ...made.map(({ work }) => work.name.length));
  const shown = made.map(({ work, path, state }) => {
    const mark = state === 'made' ? symbols.done : symbols.dash;
    const place = relative(context.cwd, path) || '.';
    return `${mark} ${work.name.padEnd(width)}  ${work.assignment.id}, ${work.variant.name}: ${place}`;
  });
  const gone = orphans.map((name) => `${symbols.warning} ${name} is no longer on the roster; kept`);
  return [...shown, ...gone, summaryOf(repositories), ...nextOf(made, kit)];
}

function summaryOf(repositories: readonly Generated[]): string {
  const count = (state: Generated['state']) =>
    repositories.filter((each) => each.state === state).length;
  const toMake = count('to-make') === 0 ? [] : [`${count('to-make')} to make`];
  return [...toMake, `${count('made')} made, ${count('kept')} there already`].join(', ');
}

function nextOf(made: readonly Generated[], kit: Kit): string[] {
  if (!made.some(({ state }) => state === 'made')) return [];
  return ['', 'Next', `  ${kit.command} class push --remote 'git@host:course/{identifier}.git'`];
}

function jsonOf({ repositories, orphans }: Generation): object {
  return {
    repositories: repositories.map(({ work, path, state }) => ({
      assignment: work.assignment.id,
      name: work.name,
      students: work.students.map(({ identifier }) => identifier),
      resource: work.variant.name,
      due: work.due === null ? null : new Date(work.due).toISOString(),
      path,
      state,
    })),
    orphans,
  };
}
