import type { FindingsStore } from '../classroom/grading/findings-store.ts';
import type { GradedClass } from '../classroom/grading/grade-class.ts';
import type { Asker } from '../classroom/grading/question.ts';
import type { Grade } from '../classroom/grades.ts';
import { ErrandQueue } from '../classroom/queue/errand-queue.ts';
import { reachQueue } from '../classroom/queue/queue-address.ts';
import { queueName } from '../classroom/queue/sent-errand.ts';
import type { Context } from '../context.ts';
import type { Kit } from '../scaffold/plan.ts';
import { gradeAll, MAX_JOBS, readJobs, type Chosen, type GradingFlags } from './class-grading.ts';

/** Grades by workers on whichever machines: they ask, and the points are counted here. */
export async function gradeByQueue(
  address: string,
  chosen: Chosen,
  store: FindingsStore,
  flags: GradingFlags,
  context: Context,
  { version, command }: Kit,
  onGrade: (grade: Grade) => void,
): Promise<readonly GradedClass[]> {
  const { course } = chosen;
  const asker: Asker = { kit: version, sandbox: flags.unsafe === true ? 'none' : 'bubblewrap' };
  const url = await reachQueue(address);
  const queue = new ErrandQueue(url, queueName(course, asker), context.signal);
  try {
    if ((await queue.workers()) === 0) sayThatNobodyWorks(context, command);
    const tools = { ...asker, course, store, git: context, run: queue.run };
    const graders = { tools, jobs: readJobs(flags) ?? MAX_JOBS };
    return await gradeAll(chosen, graders, flags, context, onGrade);
  } finally {
    await queue.close();
  }
}

function sayThatNobodyWorks({ out }: Context, command: string): void {
  out.say(`${out.symbols.warning} No worker listens yet; this waits until one does.`);
  out.say(`  On a machine that has this folder, too: ${command} class worker --queue …`);
}
