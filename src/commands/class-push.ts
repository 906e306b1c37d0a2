import { chooseAssignments } from '../classroom/course/choose-assignments.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import { UPDATE_BRANCH } from '../classroom/repositories/push-branch.ts';
import { pushAll, type Pushed } from '../classroom/repositories/push.ts';
import { refuseRemote } from '../classroom/repositories/remote.ts';
import type { Context } from '../context.ts';
import { splitWords } from '../lessons/choose-launch.ts';

/** What can be said on the command line of `class push`. */
export interface ClassPushFlags {
  readonly remote: string;
  readonly create?: string;
  readonly assignment?: string;
  readonly json?: boolean;
}

/** `class push`: what is not at the students' remotes yet. 0 when all has arrived, else 2. */
export async function classPush(flags: ClassPushFlags, context: Context): Promise<number> {
  const course = readCourse(context.cwd);
  const assignments = chooseAssignments(course, flags.assignment);
  const own = assignments.filter(({ continues }) => continues === null);
  refuseRemote(flags.remote, own.length > 1);
  const create = flags.create === undefined ? null : splitWords(flags.create);
  const pushed = await context.out.during('Pushing', () =>
    pushAll(context, course, assignments, { remote: flags.remote, create }),
  );
  if (flags.json === true) context.out.print(JSON.stringify(jsonOf(pushed), null, 2));
  else for (const line of textOf(pushed, context)) context.out.print(line);
  return pushed.some(({ state }) => state === 'failed' || state === 'absent') ? 2 : 0;
}

function textOf(pushed: readonly Pushed[], { out }: Context): string[] {
  const { done, failed, warning } = out.symbols;
  const shown = pushed.flatMap(({ work, remote, state, reason }) => {
    const name = `${work.name}, ${work.assignment.id}`;
    if (state === 'there') return [];
    if (state === 'pushed') return [`${done} ${name}: ${remote}`];
    if (state === 'beside') {
      const way = `the student has gone on; it is on the branch ${UPDATE_BRANCH} for them to merge`;
      return [`${warning} ${name}: ${way}`];
    }
    const why = state === 'absent' ? 'there is no repository yet: class generate' : reason;
    return [`${failed} ${name}: ${why}`];
  });
  const count = (...states: readonly Pushed['state'][]) =>
    pushed.filter(({ state }) => states.includes(state)).length;
  const failures = count('failed', 'absent');
  const rest = failures === 0 ? '' : `, ${failures} failed: run the same again for those`;
  return [...shown, `${count('pushed', 'beside')} pushed, ${count('there')} there already${rest}`];
}

function jsonOf(pushed: readonly Pushed[]): object {
  return {
    repositories: pushed.map(({ work, remote, state, reason }) => ({
      assignment: work.assignment.id,
      name: work.name,
      remote,
      state,
      reason,
    })),
  };
}
