import { chooseAssignments, requireKit } from '../classroom/course/choose-assignments.ts';
import type { Assignment, Course } from '../classroom/course/course.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import { preview } from '../classroom/preview/preview.ts';
import { samplesOf } from '../classroom/preview/samples.ts';
import type { Trial } from '../classroom/preview/try-sample.ts';
import type { Context } from '../context.ts';
import { lookOf } from '../lessons/lesson-page.ts';
import { renderPage } from '../lessons/page/page.ts';
import type { Kit } from '../scaffold/plan.ts';

/** What can be said on the command line of `class preview`. */
export interface ClassPreviewFlags {
  readonly assignment?: string;
  readonly show?: boolean;
  readonly json?: boolean;
}

/** `class preview`: 0 when every starter earns nothing and every solution all, else 1. */
export async function classPreview(
  flags: ClassPreviewFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const course = readCourse(context.cwd);
  requireKit(course, kit.version, kit.command);
  const assignments = chooseAssignments(course, flags.assignment);
  if (flags.show === true) return show(course, assignments, context);
  const trials = await preview(context, course, assignments);
  if (flags.json === true) context.out.print(JSON.stringify(jsonOf(trials), null, 2));
  else for (const line of textOf(trials, context, kit)) context.out.print(line);
  return trials.every(isWell) ? 0 : 1;
}

/** The README as the first student of each assignment reads it, and the files that they get. */
function show(course: Course, assignments: readonly Assignment[], context: Context): number {
  for (const assignment of assignments) {
    const [{ plan, starter, work }] = samplesOf(course, assignment) as [
      ReturnType<typeof samplesOf>[number],
    ];
    const [task] = starter.get('README.md')!.split('\n## The project\n');
    context.out.print(renderPage(task!, lookOf(plan, context)));
    context.out.print(`\n${work.name} gets ${starter.size} files:`);
    context.out.print([...starter.keys()].map((path) => `  ${path}`).join('\n'));
    context.out.print('');
  }
  return 0;
}

const isWell = ({ gifts, failures }: Trial) => gifts.length === 0 && failures.length === 0;

function textOf(trials: readonly Trial[], { out }: Context, kit: Kit): string[] {
  const { done, failed, dash } = out.symbols;
  const lines = trials.flatMap((trial) => {
    const { sample, gifts, failures } = trial;
    const { assignment, variant } = sample.work;
    const starter = gifts.length === 0 ? 'the starter earns 0 %' : 'the starter earns something';
    const solution = failures.length === 0 ? 'the solution 100 %' : 'the solution not everything';
    return [
      `${isWell(trial) ? done : failed} ${assignment.id}, ${variant.name}: ${starter}, ${solution}`,
      ...gifts.map((part) => `    the starter fails nothing of ${part}`),
      ...failures.map((failure) => `    the solution fails ${failure}`),
    ];
  });
  const untried = [...new Set(trials.flatMap((trial) => trial.untried))];
  const rest = untried.map((id) => `${dash} ${id} is done in a student's own history: not tried`);
  return [...lines, ...rest, '', `What a student will see: ${kit.command} class preview --show`];
}

function jsonOf(trials: readonly Trial[]): object {
  return {
    variants: trials.map(({ sample, gifts, failures, untried }) => ({
      assignment: sample.work.assignment.id,
      resource: sample.work.variant.name,
      gifts,
      failures,
      untried,
    })),
  };
}
