import { loadStageLessons } from '../../lessons/load-lessons.ts';
import { letterPath } from '../../lessons/mail/receive-letter.ts';
import type { Course, LatePolicy } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import { showZonedTime } from '../course/zoned-time.ts';
import { blankCheckFlags } from './blank.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { templateValues } from '../../scaffold/template-values.ts';

/** The values that the templates of a student's repository can name. */
export type TaskValues = ReturnType<typeof taskValues>;

/**
 * What the README and the workflow of a student's repository say of their task.
 * @param symptom what users report, where a mistake is to be found
 */
export function taskValues(course: Course, work: StudentWork, plan: Plan, symptom: string | null) {
  const { assignment, students, due } = work;
  const { id, title, mode, points, stage, lessons } = assignment;
  const known = loadStageLessons(stage).lessons.filter((lesson) => lessons.includes(lesson.id));
  return {
    ...templateValues(plan),
    course: { title: plainMarkdown(course.title) },
    assignment: { id, title: plainMarkdown(title), mode, points },
    task: {
      names: students.map(({ name }) => plainMarkdown(name)).join(' and '),
      due: due === null ? null : showZonedTime(due, course.timeZone),
      late: lateSentence(assignment.late),
      lessons: known.map((lesson) => ({ id: lesson.id, summary: lesson.summary })),
      checkFlags: blankCheckFlags(stage),
      settings: settingsOf(stage.number),
      letter: letterPath(stage),
      symptom,
    },
  };
}

/** A text of the instructor's or the roster's, without what Markdown would take for its own. */
export function plainMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~!]/g, '\\$&');
}

/** What comes late, in a sentence; null where lateness costs nothing. */
function lateSentence({ graceMinutes, percentPerDay, closesAfterDays }: LatePolicy): string | null {
  const grace = graceMinutes === 0 ? '' : ` (after ${graceMinutes} minutes that cost nothing)`;
  const cost = `each day begun afterwards${grace} costs ${percentPerDay} % of what was earned`;
  const end = `${closesAfterDays} days later nothing counts any more`;
  if (percentPerDay === 0) return closesAfterDays === null ? null : `${capital(end)}.`;
  return closesAfterDays === null ? `${capital(cost)}.` : `${capital(cost)}, and ${end}.`;
}

/** Names of the environment variables that the checker sets. */
function settingsOf(stage: number): string[] {
  if (stage === 1) return ['HOST', 'PORT'];
  if (stage === 2) return ['HOST', 'PORT', 'DATABASE_PATH', 'API_KEY'];
  return ['HOST', 'PORT', 'DATABASE_URL', stage === 3 ? 'API_KEY' : 'JWT_SECRET'];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
