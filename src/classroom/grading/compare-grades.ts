import type { CheckGrade, Grade } from '../grades.ts';

/** How a grade differs from the one before, and why. */
export interface GradeChange {
  readonly work: string;
  /** Null where there was no grade. */
  readonly before: number | null;
  /** Null where it could not be graded. */
  readonly after: number | null;
  /** Each a few words. */
  readonly reasons: readonly string[];
}

/** What is different; null where nothing is. */
export function compareGrades(before: Grade | null, after: Grade): GradeChange | null {
  const reasons = before === null ? ['graded for the first time'] : reasonsOf(before, after);
  const change = { work: after.work, before: totalOf(before), after: totalOf(after), reasons };
  return reasons.length === 0 && change.before === change.after ? null : change;
}

function totalOf(grade: Grade | null): number | null {
  return grade === null || grade.state === 'not-graded' ? null : grade.points.total;
}

function reasonsOf(before: Grade, after: Grade): string[] {
  return [
    ...(before.state === after.state ? [] : [`it is ${after.state}, and was ${before.state}`]),
    ...(before.submission?.hash === after.submission?.hash ? [] : ['other files were handed in']),
    ...(before.resource === after.resource ? [] : [`its resource is ${after.resource}`]),
    ...checkChanges(before, after),
    ...pointChanges(before, after),
  ];
}

function checkChanges(before: Grade, after: Grade): string[] {
  const known = checksOf(before);
  const now = checksOf(after);
  const changed = [...now.values()].flatMap((check) => {
    const old = known.get(check.id);
    if (old === undefined) return [`${check.id} is new`];
    return isPassed(old) === isPassed(check)
      ? []
      : [`${check.id} ${isPassed(check) ? 'passes' : 'fails'} now`];
  });
  const gone = [...known.keys()].filter((id) => !now.has(id));
  return [...changed, ...gone.map((id) => `${id} is asked no more`)];
}

function pointChanges({ points: old }: Grade, { points: now }: Grade): string[] {
  return [
    ...(old.possible === now.possible
      ? []
      : [`there are ${now.possible} points, not ${old.possible}`]),
    ...(old.lateness === now.lateness ? [] : [now.lateness ?? 'it is not late any more']),
    ...(old.adjusted === now.adjusted
      ? []
      : [`${now.adjusted} points by hand, not ${old.adjusted}`]),
  ];
}

function checksOf({ lessons }: Grade): ReadonlyMap<string, CheckGrade> {
  return new Map(lessons.flatMap(({ checks }) => checks.map((check) => [check.id, check])));
}

function isPassed({ state }: CheckGrade): boolean {
  return state === 'pass';
}
