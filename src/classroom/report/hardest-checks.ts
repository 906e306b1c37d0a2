import type { GradedWork } from './graded-work.ts';
import { variantless } from './symptom.ts';

/** How a class did in one check. */
export interface HardCheck {
  readonly id: string;
  readonly lesson: string;
  readonly title: string;
  /** In how many works it was part of the grade. */
  readonly asked: number;
  readonly failed: number;
  /** Not run, mostly because another has failed. */
  readonly notRun: number;
  /** Points that it has cost all works together. */
  readonly cost: number;
}

/** The checks that some work does not pass, the one that most fail first. */
export function hardestChecks(works: readonly GradedWork[]): readonly HardCheck[] {
  const asked = works.flatMap(({ grade, resource }) =>
    grade.lessons.flatMap(({ id: lesson, checks }) =>
      checks.map((check) => ({ lesson, check, title: variantless(check.title, resource) })),
    ),
  );
  const groups = Map.groupBy(asked, ({ lesson, check }) => `${lesson} ${check.id}`);
  return [...groups.values()]
    .map((group) => {
      const [{ lesson, check, title }] = group as [(typeof group)[number]];
      const count = (state: string) => group.filter((each) => each.check.state === state).length;
      const cost = group.reduce((sum, each) => sum + each.check.lost, 0);
      const counts = { asked: group.length, failed: count('fail'), notRun: count('not-run') };
      return { id: check.id, lesson, title, ...counts, cost };
    })
    .filter(({ failed, notRun }) => failed + notRun > 0)
    .sort((left, right) => right.failed - left.failed || right.cost - left.cost);
}
