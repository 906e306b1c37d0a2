import { chooseAssignments, requireKit } from '../classroom/course/choose-assignments.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import { updateAll, type Updated } from '../classroom/repositories/update.ts';
import type { Context } from '../context.ts';
import type { Kit } from '../scaffold/plan.ts';

/** What can be said on the command line of `class update`. */
export interface ClassUpdateFlags {
  readonly assignment?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const remarks: Readonly<Record<Updated['state'], string | null>> = {
  changed: 'one more commit',
  'to-change': 'would change',
  same: null,
  absent: 'there is no repository yet: class generate',
  edited: 'left alone, because something in it was edited by hand',
  'other-draw': 'left alone, because something else would be drawn now',
};

/** `class update`: what the kit and the course say now, as a commit that students merge. */
export async function classUpdate(
  flags: ClassUpdateFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const course = readCourse(context.cwd);
  requireKit(course, kit.version, kit.command);
  const assignments = chooseAssignments(course, flags.assignment);
  const isDryRun = flags.dryRun === true;
  const updated = await context.out.during('Updating repositories', () =>
    updateAll(context, course, assignments, isDryRun),
  );
  if (flags.json === true) context.out.print(JSON.stringify(jsonOf(updated), null, 2));
  else for (const line of textOf(updated, context, kit)) context.out.print(line);
  return 0;
}

function textOf(updated: readonly Updated[], { out }: Context, kit: Kit): string[] {
  const { done, warning } = out.symbols;
  const shown = updated.flatMap(({ work, state, paths }) => {
    const remark = remarks[state];
    if (remark === null) return [];
    const mark = state === 'changed' || state === 'to-change' ? done : warning;
    const files = paths.length === 0 ? '' : ` (${paths.join(', ')})`;
    return [`${mark} ${work.name}, ${work.assignment.id}: ${remark}${files}`];
  });
  const count = (state: Updated['state']) => updated.filter((each) => each.state === state).length;
  const changed = count('changed');
  const next = changed === 0 ? [] : ['', 'Next', `  ${kit.command} class push --remote …`];
  return [...shown, `${changed} changed, ${count('same')} as they should be`, ...next];
}

function jsonOf(updated: readonly Updated[]): object {
  return {
    repositories: updated.map(({ work, state, paths }) => ({
      assignment: work.assignment.id,
      name: work.name,
      state,
      paths,
    })),
  };
}
