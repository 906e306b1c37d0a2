import type { Stage } from '../../catalog/stages.ts';
import { introducedAt, fitsStage, loadMistakes, type Mistake } from '../mistakes.ts';
import { earlierMistakesProof, mistakeProof } from './prove-mistake.ts';
import { harmlessChangesProof, ownJudgementProof } from './prove-own-judgement.ts';
import { solutionProof } from './prove-solution.ts';
import { stageBeforeProof } from './prove-stage-before.ts';
import { CONFORMANCE, type Proof } from './proof.ts';
import type { StageUnderProof } from './stage-under-proof.ts';

/** Which of the proofs of a stage are wanted. */
export type Wish =
  | { readonly kind: 'all' }
  /** Ids of proofs, and lessons for all of their mistakes. */
  | { readonly kind: 'only'; readonly ids: readonly string[] }
  /** What these lessons ask the solution, and their mistakes. */
  | { readonly kind: 'lessons'; readonly lessons: readonly string[] };

/** Ids of the proofs that are about a solution as a whole. */
const namesOfSolutionProofs = [
  'solution',
  'own-judgement',
  'harmless-changes',
  'stage-before',
  'earlier-mistakes',
];

/** The wanted proofs: first those of the solution, then the mistakes in the order of the lessons. */
export function chooseProofs(proven: StageUnderProof, wish: Wish): Proof[] {
  const { stage, checks } = proven;
  const fitting = loadMistakes().filter((mistake) => fitsStage(mistake, stage.number));
  const introduced = fitting.filter((mistake) => introducedAt(mistake.stage) === stage.number);
  const caught = introduced.map((mistake) => mistakeProof(proven, mistake));
  if (wish.kind === 'lessons') {
    const isMeant = (lesson: string | null) => wish.lessons.includes(lesson ?? CONFORMANCE);
    const asked = checks.filter(({ from, lesson }) => from === stage.number && isMeant(lesson));
    const meant = caught.filter(({ mistake }) => isMeant(mistake!.lesson));
    return [solutionProof(proven, asked), ...meant];
  }
  const whole = [...solutionProofs(proven, fitting), ...caught];
  return wish.kind === 'all' ? whole : whole.filter((proof) => isNamed(proof, wish.ids));
}

/** Names that can be wished for at some stage. */
export function knownNames(): readonly string[] {
  const ofMistakes = loadMistakes().flatMap(({ id, lesson }) => [id, lesson ?? CONFORMANCE]);
  return [...new Set([...namesOfSolutionProofs, ...ofMistakes])];
}

/** Whether a stage has any of the wanted proofs: to find out, it need not be rendered. */
export function isWanted({ number }: Stage, wish: Wish): boolean {
  if (wish.kind === 'all') return true;
  if (wish.kind === 'lessons') return wish.lessons.length > 0;
  const introduced = loadMistakes().filter(({ stage }) => introducedAt(stage) === number);
  return (
    namesOfSolutionProofs.some((id) => wish.ids.includes(id)) ||
    introduced.some((mistake) => isNamed({ id: mistake.id, mistake }, wish.ids))
  );
}

function solutionProofs(proven: StageUnderProof, fitting: readonly Mistake[]): Proof[] {
  const judgements = [ownJudgementProof(proven), harmlessChangesProof(proven)];
  const proofs = [solutionProof(proven, proven.checks), ...judgements];
  if (proven.stage.number === 1) return proofs;
  return [...proofs, stageBeforeProof(proven), earlierMistakesProof(proven, fitting)];
}

function isNamed({ id, mistake }: Pick<Proof, 'id' | 'mistake'>, ids: readonly string[]): boolean {
  return ids.includes(id) || (mistake !== null && ids.includes(mistake.lesson ?? CONFORMANCE));
}
