import type { Cause } from './causes.ts';
import { causesOf } from './causes.ts';
import type { GradedWork } from './graded-work.ts';
import { symptomOf } from './symptom.ts';

/** Works in which the same went wrong. */
export interface Cluster {
  /** What happened, in a sentence. */
  readonly text: string;
  /** Names of the works, each once. */
  readonly works: readonly string[];
  /** Ids of the checks that failed by it, without those that waited for them. */
  readonly checks: readonly string[];
  /** How many checks failed or were not run by it, over all works. */
  readonly failures: number;
  /** Points that it has cost all of them together. */
  readonly cost: number;
  /** The one that has cost most. */
  readonly example: { readonly work: string; readonly cause: Cause };
}

/** What went wrong in a class, by cause: the one that most works share first. */
export function clusterFailures(works: readonly GradedWork[]): readonly Cluster[] {
  const met = works.flatMap(({ work, resource, grade }) =>
    causesOf(grade).map((cause) => ({ work, cause, symptom: symptomOf(cause, resource) })),
  );
  return [...Map.groupBy(met, ({ symptom }) => symptom.key).values()]
    .map(clusterOf)
    .sort((left, right) => right.works.length - left.works.length || right.cost - left.cost);
}

interface Met {
  readonly work: string;
  readonly cause: Cause;
  readonly symptom: { readonly text: string };
}

function clusterOf(met: readonly Met[]): Cluster {
  const causes = met.map(({ cause }) => cause).sort((left, right) => right.cost - left.cost);
  const failures = causes.reduce((sum, { waiting }) => sum + 1 + waiting.length, 0);
  const dearest = met.find(({ cause }) => cause === causes[0])!;
  return {
    text: met[0]!.symptom.text,
    works: [...new Set(met.map(({ work }) => work))],
    checks: [...new Set(causes.map(({ check }) => check.id))],
    failures,
    cost: causes.reduce((sum, { cost }) => sum + cost, 0),
    example: dearest,
  };
}
