import type { Assignment, Course } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import { showZonedTime } from '../course/zoned-time.ts';
import type { Grade } from '../grades.ts';
import type { Cause } from '../report/causes.ts';
import { changeText, countText, pointsText } from '../report/points-text.ts';

/** What a page of feedback tells those whose work it is about. */
export interface Feedback {
  readonly course: Pick<Course, 'title' | 'timeZone'>;
  readonly assignment: Pick<Assignment, 'title'>;
  readonly work: Pick<StudentWork, 'students' | 'due'>;
  readonly grade: Grade;
}

/** One line of how the total comes about. */
export interface AccountLine {
  readonly what: string;
  readonly why: string | null;
  readonly points: string;
}

/** Where a work that has no points stands, in words for the student. */
export interface Standing {
  readonly title: string;
  readonly text: string;
}

/** Whose work it is, e.g. `Ada Moreau and Lin Wei`. */
export function namesOf({ work }: Pick<Feedback, 'work'>): string {
  return work.students.map(({ name }) => name).join(' and ');
}

/** Why there are no points by checks; null where the work was graded. */
export function standingOf({ state, reason }: Grade): Standing | null {
  if (state === 'missing') {
    return { title: 'Nothing was handed in', text: 'If you did hand it in, tell your instructor.' };
  }
  if (state === 'not-graded') {
    const text = `The machine that grades has failed, and not your work: ${reason}. This is no zero; it will be tried again.`;
    return { title: 'Not graded yet', text };
  }
  return null;
}

/** How the total comes about, line by line. */
export function accountOf({ points }: Grade): readonly AccountLine[] {
  const { earned, late, lateness, adjusted, adjustments } = points;
  return [
    { what: 'Earned by the checks', why: null, points: pointsText(earned) },
    ...(lateness === null ? [] : [{ what: 'Late', why: lateness, points: changeText(-late) }]),
    ...(adjustments.length === 0
      ? []
      : [{ what: 'By hand', why: adjustments.join('; '), points: changeText(adjusted) }]),
  ];
}

/** What is known of the submission, each a short text. */
export function factsOf({ course, work, grade }: Feedback): readonly string[] {
  const { submission, kit } = grade;
  const checks = grade.lessons.flatMap((lesson) => lesson.checks);
  const passed = checks.filter(({ state }) => state === 'pass').length;
  const { due } = work;
  return [
    ...(checks.length === 0 ? [] : [`${passed} of ${countText(checks.length, 'check')} pass`]),
    ...(submission === null || submission.time === 0
      ? []
      : [`Handed in ${showZonedTime(submission.time, course.timeZone)}`]),
    ...(due === null ? [] : [`Due ${showZonedTime(due, course.timeZone)}`]),
    ...(submission?.commit ? [`Commit ${submission.commit.slice(0, 10)}`] : []),
    `Asked by create-backend ${kit}`,
  ];
}

/** What a cause has cost, in a sentence. */
export function costText({ cost, waiting }: Cause): string {
  const also =
    waiting.length === 0 ? '' : `, with the ${countText(waiting.length, 'check')} that wait for it`;
  return cost === 0 ? `It cost no points${also}.` : `It cost ${pointsWord(cost)}${also}.`;
}

function pointsWord(points: number): string {
  const text = pointsText(points);
  return text === '1' ? '1 point' : `${text} points`;
}
