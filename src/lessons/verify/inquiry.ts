import type { Context } from '../../context.ts';
import type { Verdict } from './verify-stage.ts';

/** Something that may be wrong with a lesson, and the work of finding it out. */
export interface Inquiry {
  readonly id: string;
  /** The lesson that it is about; null where it is about all of a stage. */
  readonly lesson: string | null;
  find(): Promise<Finding> | Finding;
}

/** What came of an inquiry. */
export interface Finding {
  /** What is wrong, a sentence or a message each; empty when all is well. */
  readonly remarks: readonly string[];
  /** What is worth knowing although it is well. */
  readonly note?: string;
}

/** Makes an inquiry, and a verdict of what it finds. */
export async function verdictOn(
  { id, find }: Inquiry,
  { now }: Pick<Context, 'now'>,
): Promise<Verdict> {
  const since = now();
  const { remarks, note = '' } = await find();
  const state = remarks.length === 0 ? 'well' : 'wrong';
  const remark = remarks.length === 0 ? note : remarks.join('\n');
  return { id, mistake: null, state, remark, message: null, milliseconds: now() - since };
}
