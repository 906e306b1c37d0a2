import type { LessonNotes } from '../../lessons/lesson.ts';
import type { CheckGrade, LessonGrade, Points } from '../grades.ts';
import type { CheckOutcome } from './job.ts';

/** What the points of lessons are computed from. */
export interface Marking {
  readonly outcomes: readonly CheckOutcome[];
  /** Ids of the checks that what the student began with passes already. */
  readonly given: ReadonlySet<string>;
  /** The graded lessons, in their order. */
  readonly lessons: readonly Pick<LessonNotes, 'id' | 'title' | 'summary'>[];
  /** How much each lesson counts against the others; 1 where nothing is said. */
  readonly weights: Readonly<Record<string, number>>;
  /** Points for all of them. */
  readonly points: number;
}

/**
 * The lessons with their points. A lesson's points are shared by the checks that the starter
 * fails: each of them that passes earns its share. A check that the starter passes earns nothing,
 * and takes such a share away when it fails. So the starter has none of the points, and the
 * solution all of them.
 */
export function gradeLessons(marking: Marking): readonly LessonGrade[] {
  const { lessons, outcomes, given, weights, points } = marking;
  const placed = outcomes.map((outcome) => inLesson(outcome, lessons));
  const asked = lessons.filter(({ id }) => placed.some(({ lesson }) => lesson === id));
  const weightOf = (id: string) => weights[id] ?? 1;
  const whole = asked.reduce((sum, { id }) => sum + weightOf(id), 0);
  return asked.map(({ id, title, summary }) => {
    const possible = whole === 0 ? 0 : (points * weightOf(id)) / whole;
    const own = placed.filter(({ lesson }) => lesson === id);
    const checks = gradeChecks(own, given, possible);
    const lost = checks.reduce((sum, check) => sum + check.lost, 0);
    return { id, title, why: summary, possible, earned: possible - lost, checks };
  });
}

/** Whether the service starts is asked of everybody: who is not graded for its lesson loses it in the first. */
function inLesson(outcome: CheckOutcome, lessons: Marking['lessons']): CheckOutcome {
  const isGraded = lessons.some(({ id }) => id === outcome.lesson);
  return isGraded ? outcome : { ...outcome, lesson: lessons[0]!.id };
}

function gradeChecks(
  outcomes: readonly CheckOutcome[],
  given: ReadonlySet<string>,
  possible: number,
): readonly CheckGrade[] {
  const earning = outcomes.filter(({ id }) => !given.has(id));
  // Of a lesson that asks for nothing new, everything counts alike.
  const sharing = earning.length === 0 ? outcomes : earning;
  const share = possible / sharing.length;
  let left = possible;
  return outcomes.map((outcome) => {
    const lost = outcome.state === 'pass' ? 0 : Math.min(share, left);
    left -= lost;
    return gradeCheck(outcome, given.has(outcome.id) ? 'keeps' : 'earns', lost);
  });
}

function gradeCheck(outcome: CheckOutcome, role: CheckGrade['role'], lost: number): CheckGrade {
  const { id, title, state, tried, expected, got, likely, reason, log } = outcome;
  return { id, title, state, role, lost, tried, expected, got, likely, reason, log };
}

/** What comes off and on after the checks. */
export interface Settlement {
  readonly lateness: { readonly percent: number; readonly text: string } | null;
  readonly adjustments: readonly { readonly points: number; readonly reason: string }[];
}

/** The total, from what the lessons have earned. */
export function totalPoints(
  lessons: readonly LessonGrade[],
  possible: number,
  { lateness, adjustments }: Settlement,
): Points {
  const earned = round(lessons.reduce((sum, lesson) => sum + lesson.earned, 0));
  const late = round((earned * (lateness?.percent ?? 0)) / 100);
  const adjusted = round(adjustments.reduce((sum, { points }) => sum + points, 0));
  return {
    possible,
    earned,
    late,
    lateness: lateness?.text ?? null,
    adjusted,
    adjustments: adjustments.map(({ reason }) => reason),
    total: Math.max(0, round(earned - late + adjusted)),
  };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
