import { presets } from '../catalog/presets.ts';
import { findStage, stages } from '../catalog/stages.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { settleMessages } from '../lessons/verify/golden-messages.ts';
import { orphanRemarks } from '../lessons/verify/orphans.ts';
import { verifyLessons } from '../lessons/verify/verify-lessons.ts';
import { verifyStage, type Verdict } from '../lessons/verify/verify-stage.ts';
import type { Kit } from '../scaffold/plan.ts';
import { readJsonFile } from '../system/read-json.ts';

/** What can be said on the command line of `dev verify`. */
export interface VerifyFlags {
  readonly stage?: string;
  readonly resource?: string;
  readonly only?: string;
  readonly seed?: string;
  readonly jobs?: string;
  readonly write?: boolean;
  /** What lessons leave open instead of mistakes; `only` names lessons then. */
  readonly lessons?: boolean;
}

/** Verifies solutions, checks and mistakes. 0 when all is well, 1 otherwise. */
export async function devVerify(flags: VerifyFlags, context: Context, kit: Kit): Promise<number> {
  const { out } = context;
  const stage = findStage(flags.stage ?? stages[0]!.id);
  if (stage === undefined) throw new UserError(`"${flags.stage}" is no stage.`);
  const wanted = flags.resource ?? 'tasks';
  const schema = presets[wanted] ?? (readJsonFile(wanted, wanted) as object);
  const options = {
    stage,
    schema,
    seed: Number(flags.seed ?? 1),
    only: flags.only?.split(',') ?? null,
    jobs: Number(flags.jobs ?? 2),
    onVerdict: (verdict: Verdict, done: number, total: number) =>
      out.say(`${done}/${total} ${lineOf(verdict, context)}`),
  };
  const since = context.now();
  const verify = flags.lessons === true ? verifyLessons : verifyStage;
  const verdicts = await verify(context, options, kit);
  const seconds = (context.now() - since) / 1000;
  const isGoldenRun = wanted === 'tasks' && flags.seed === undefined;
  const remarks = [
    ...(isGoldenRun ? await settleMessages(verdicts, flags.write === true) : []),
    ...(flags.only === undefined && flags.lessons !== true
      ? await orphanRemarks(stage.number)
      : []),
  ];
  for (const remark of remarks) out.say(`${out.symbols.failed} ${remark}`);
  const wrong = verdicts.filter(({ state }) => state === 'wrong').length + remarks.length;
  const well = verdicts.filter(({ state }) => state === 'well').length;
  out.print(`${stage.id}, ${wanted}: ${well} well, ${wrong} wrong in ${seconds.toFixed(0)} s`);
  return wrong === 0 ? 0 : 1;
}

function lineOf(
  { id, state, remark, milliseconds }: Verdict,
  { out }: Pick<Context, 'out'>,
): string {
  const symbol = { well: out.symbols.done, wrong: out.symbols.failed, unfit: out.symbols.dash }[
    state
  ];
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  return `${symbol} ${id} (${time})${remark === '' ? '' : `: ${remark}`}`;
}
