import { hostname } from 'node:os';
import { FindingsStore } from '../classroom/grading/findings-store.ts';
import { prepareErrands, usualJobs } from '../classroom/grading/grading-tools.ts';
import { reachQueue } from '../classroom/queue/queue-address.ts';
import { queueName, receive, type SentErrand } from '../classroom/queue/sent-errand.ts';
import { workOff, type QueueListener } from '../classroom/queue/work-off.ts';
import type { Context } from '../context.ts';
import { Cancelled } from '../errors.ts';
import type { Kit } from '../scaffold/plan.ts';
import type { Output } from '../system/output.ts';
import { printable } from '../system/printable.ts';
import {
  chooseGraded,
  machineWish,
  readJobs,
  submissionsOf,
  type GradingFlags,
} from './class-grading.ts';

/** What can be said on the command line of `class worker`. */
export interface ClassWorkerFlags extends GradingFlags {
  readonly queue: string;
}

/** `class worker`: answers what `class grade --queue` asks, until it is ended. */
export async function classWorker(
  flags: ClassWorkerFlags,
  context: Context,
  kit: Kit,
): Promise<number> {
  const { out, signal, cwd } = context;
  const { course, assignments } = chooseGraded(flags, context, kit);
  const url = await reachQueue(flags.queue);
  const wish = machineWish(flags, context);
  const { run, sandbox } = await out.during('Looking whether this machine can grade', () =>
    prepareErrands(course, assignments, new FindingsStore(course), wish, context),
  );
  const asker = { kit: kit.version, sandbox };
  const here = (sent: SentErrand) =>
    receive(sent, course, asker, (assignment) => submissionsOf(assignment, flags, cwd, course));
  const jobs = readJobs(flags) ?? usualJobs();
  out.print(`${out.symbols.done} ${hostname()} waits for work, ${jobs} at once. Ctrl-C ends it.`);
  const name = queueName(course, asker);
  const answer = async (sent: SentErrand) => run(here(sent));
  await workOff({ url, name, jobs, run: answer, tell: teller(out) }, signal);
  return signal.reason instanceof Cancelled ? signal.reason.exitCode : 0;
}

function teller({ print, say, symbols }: Output): QueueListener {
  return {
    begun: (sent) => print(`${symbols.dash} ${nameOf(sent)}: asking`),
    done: (sent) => print(`${symbols.done} ${nameOf(sent)}: answered`),
    failed: (sent, reason) => print(`${symbols.failed} ${nameOf(sent)}: ${printable(reason)}`),
    troubled: (reason) => say(`${symbols.warning} The queue: ${printable(reason)}`),
  };
}

function nameOf({ work, assignment, of }: SentErrand): string {
  return typeof of === 'string' ? `the ${of} of ${assignment}` : `${work}, ${assignment}`;
}
