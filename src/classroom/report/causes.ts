import type { CheckGrade, Grade, LessonGrade } from '../grades.ts';

/** Something that went wrong in a submission, and what could not be asked because of it. */
export interface Cause {
  readonly lesson: LessonGrade;
  /** The check that failed; or the first of those that were not run for a reason of their own. */
  readonly check: CheckGrade;
  /** The checks that were not run because of it. */
  readonly waiting: readonly CheckGrade[];
  /** Points that all of them have cost. */
  readonly cost: number;
}

/** How a check that is not run names the one that it waits for. */
const waitsFor = /^(\S+) failed$/;

/** What went wrong, the dearest first; what has merely followed from it is told with it. */
export function causesOf({ lessons }: Pick<Grade, 'lessons'>): readonly Cause[] {
  const broken = lessons.flatMap((lesson) =>
    lesson.checks.filter(({ state }) => state !== 'pass').map((check) => ({ lesson, check })),
  );
  const failed = new Set(broken.flatMap(({ check }) => (check.state === 'fail' ? check.id : [])));
  const keyOf = ({ id, state, reason }: CheckGrade) => {
    if (state === 'fail') return id;
    const awaited = waitsFor.exec(reason ?? '')?.[1];
    return awaited !== undefined && failed.has(awaited) ? awaited : `because ${reason}`;
  };
  const groups = Map.groupBy(broken, ({ check }) => keyOf(check));
  return [...groups.values()].map(causeOf).sort((left, right) => right.cost - left.cost);
}

function causeOf(group: readonly { lesson: LessonGrade; check: CheckGrade }[]): Cause {
  const first = group.find(({ check }) => check.state === 'fail') ?? group[0]!;
  const waiting = group.filter((each) => each !== first).map(({ check }) => check);
  const cost = group.reduce((sum, { check }) => sum + check.lost, 0);
  return { ...first, waiting, cost };
}
