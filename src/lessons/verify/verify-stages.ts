import type { Stage } from '../../catalog/stages.ts';
import { startCheck } from '../../checker/start-check.ts';
import type { Kit } from '../../scaffold/plan.ts';
import { loadMistakes } from '../mistakes.ts';
import { chooseProofs, type Wish } from './choose-proofs.ts';
import { FlakeHunt } from './flakes.ts';
import { compareMessages, keepMessages, lostMessages } from './golden-messages.ts';
import { lessonProofs } from './lesson-proofs.ts';
import { makeProofs, type MakingOptions } from './make-proofs.ts';
import { folderRemarks, orphanRemarks } from './orphans.ts';
import type { Proof, Verdict } from './proof.ts';
import {
  prepareStage,
  type ProofContext,
  type ProofSettings,
  type StageUnderProof,
} from './stage-under-proof.ts';
import { rowsOf, type TableRow } from './verification-table.ts';

/** What is looked at: solutions and mistakes, what lessons leave open, or the chance in the checks. */
export type Subject =
  | Wish
  | { readonly kind: 'open-lessons'; readonly only: readonly string[] | null }
  | { readonly kind: 'flakes'; readonly seeds: readonly number[] };

/** All that is to be verified. */
export interface VerificationPlan {
  readonly parts: readonly { readonly stage: Stage; readonly subject: Subject }[];
  readonly settings: ProofSettings;
  /** What happens to the messages of mistakes; they are kept for the usual resource and seed only. */
  readonly messages: 'compare' | 'keep' | 'leave';
  readonly jobs: number;
}

/** Sees how a verification goes on. */
export interface Follower extends Pick<MakingOptions, 'onVerdict'> {
  readonly onStage: (stage: Stage, proofs: readonly Proof[]) => void;
}

/** Whether nothing is to be mended. */
export function isWell({ verdicts, remarks }: StageVerification): boolean {
  return remarks.length === 0 && verdicts.every(({ state }) => state !== 'wrong');
}

/** What came of one stage. */
export interface StageVerification {
  readonly stage: Stage;
  readonly verdicts: readonly Verdict[];
  /** What is wrong beside the verdicts: messages, names, differences. */
  readonly remarks: readonly string[];
  /** For the table; empty where not all of the stage was verified. */
  readonly rows: readonly TableRow[];
}

/** Verifies one stage after the other, within each several things at a time. */
export async function* verifyStages(
  context: ProofContext,
  { parts, settings, messages, jobs }: VerificationPlan,
  kit: Kit,
  follower: Follower,
): AsyncGenerator<StageVerification> {
  for (const { stage, subject } of parts) {
    const proven = await prepareStage(context, stage, settings, kit);
    const { proofs, findMore } = await beginSubject(proven, subject, messages);
    follower.onStage(stage, proofs);
    const verdicts = await makeProofs(context, proofs, { ...follower, jobs });
    const rows =
      subject.kind === 'all' ? rowsOf(stage, [startCheck, ...proven.checks], verdicts) : [];
    yield { stage, verdicts, rows, remarks: await findMore(verdicts) };
  }
}

/** What is done about a subject at one stage. */
interface StageWork {
  readonly proofs: readonly Proof[];
  /** What only shows once all proofs are made. */
  readonly findMore: (verdicts: readonly Verdict[]) => Promise<string[]>;
}

async function beginSubject(
  proven: StageUnderProof,
  subject: Subject,
  messages: VerificationPlan['messages'],
): Promise<StageWork> {
  if (subject.kind === 'open-lessons') {
    return { proofs: await lessonProofs(proven, subject.only), findMore: async () => [] };
  }
  if (subject.kind === 'flakes') {
    const hunt = new FlakeHunt(proven, subject.seeds);
    return { proofs: hunt.proofs, findMore: async () => hunt.differences() };
  }
  const findMore = async (verdicts: readonly Verdict[]) => [
    ...(await settleMessages(verdicts, messages)),
    ...(subject.kind === 'only' ? [] : await strayRemarks(proven)),
  ];
  return { proofs: chooseProofs(proven, subject), findMore };
}

async function settleMessages(
  verdicts: readonly Verdict[],
  messages: VerificationPlan['messages'],
): Promise<string[]> {
  if (messages === 'compare') return compareMessages(verdicts);
  if (messages === 'keep') await keepMessages(verdicts);
  return [];
}

async function strayRemarks({ stage, checks }: StageUnderProof): Promise<string[]> {
  const sayings = { stage, checks, mistakes: loadMistakes() };
  return [...orphanRemarks(sayings), ...folderRemarks(sayings), ...(await lostMessages(stage))];
}
