import type { LessonGrade } from '../grades.ts';
import type { GradedWork } from './graded-work.ts';
import { percentOf } from './points-text.ts';

/** A lesson that was graded, as the column of a table. */
export interface LessonColumn {
  readonly id: string;
  readonly title: string;
}

/** How far one work came. */
export interface Standing {
  readonly work: string;
  readonly total: number;
  /** Percent of each lesson's points, in the order of the columns; null where it was not asked. */
  readonly shares: readonly (number | null)[];
  /** Id of the first lesson that is not whole; null where all are, or nothing was asked. */
  readonly stuckAt: string | null;
}

/** Who came how far. */
export interface Standings {
  readonly lessons: readonly LessonColumn[];
  readonly rows: readonly Standing[];
}

/** How far each work came, lesson by lesson, in the order of the curriculum. */
export function standingsOf(works: readonly GradedWork[]): Standings {
  const lessons = new Map<string, LessonColumn>();
  for (const { grade } of works)
    for (const { id, title } of grade.lessons) lessons.set(id, { id, title });
  const columns = [...lessons.values()];
  const rows = works
    .filter(({ grade }) => grade.state === 'graded')
    .map((work) => rowOf(work, columns));
  return { lessons: columns, rows };
}

function rowOf({ work, grade }: GradedWork, columns: readonly LessonColumn[]): Standing {
  const shares = columns.map(({ id }) => {
    const lesson = grade.lessons.find((each) => each.id === id);
    return lesson === undefined ? null : percentOf(lesson.earned, lesson.possible);
  });
  const stuckAt = grade.lessons.find(isOpen)?.id ?? null;
  return { work, total: grade.points.total, shares, stuckAt };
}

function isOpen({ checks }: LessonGrade): boolean {
  return checks.some(({ state }) => state !== 'pass');
}
