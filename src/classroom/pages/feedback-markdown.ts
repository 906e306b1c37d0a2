import type { CheckGrade, Grade, LessonGrade } from '../grades.ts';
import { causesOf, type Cause } from '../report/causes.ts';
import { pointsText } from '../report/points-text.ts';
import { accountOf, costText, factsOf, namesOf, standingOf, type Feedback } from './feedback.ts';
import { codeBlock, codeSpan, markdownText as text } from './markdown-text.ts';

/** The feedback on a work as Markdown, to be put into its repository or an issue. */
export function feedbackMarkdown(feedback: Feedback): string {
  const { course, assignment, grade } = feedback;
  const sections = [
    `# ${text(assignment.title)}: ${text(namesOf(feedback))}`,
    text(course.title),
    ...beginning(grade),
    factsOf(feedback)
      .map((fact) => `- ${text(fact)}`)
      .join('\n'),
    ...listed('What the sandbox has stopped', sentencesOf(grade)),
    ...listed('Also seen', grade.notes),
    ...causes(grade),
    ...(grade.lessons.length === 0 ? [] : ['## Every check', ...grade.lessons.map(lessonPart)]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function beginning(grade: Grade): readonly string[] {
  const { total, possible } = grade.points;
  const standing = standingOf(grade);
  const score = `**${pointsText(total)} of ${pointsText(possible)} points**`;
  if (standing !== null) {
    const shown = grade.state === 'missing' ? [score] : [];
    return [`**${standing.title}.** ${text(standing.text)}`, ...shown];
  }
  const lines = accountOf(grade).map(
    ({ what, why, points }) => `| ${what}${why === null ? '' : `: ${text(why)}`} | ${points} |`,
  );
  const sum = `| **Total** | **${pointsText(total)}** |`;
  return [score, ['| | Points |', '| --- | ---: |', ...lines, sum].join('\n')];
}

function sentencesOf({ incidents }: Grade): readonly string[] {
  return incidents.map((incident) => incident.text);
}

function listed(title: string, sentences: readonly string[]): readonly string[] {
  if (sentences.length === 0) return [];
  return [`## ${title}`, sentences.map((sentence) => `- ${text(sentence)}`).join('\n')];
}

function causes(grade: Grade): readonly string[] {
  const found = causesOf(grade);
  return found.length === 0 ? [] : ['## What cost points', ...found.map(causePart)];
}

function causePart(cause: Cause): string {
  const { check, lesson, waiting } = cause;
  const parts = [
    `### ${text(check.title)}`,
    `${costText(cause)} Check ${codeSpan(check.id)}, lesson ${codeSpan(lesson.id)}.`,
    ...(check.reason === null ? [] : [`Not run: ${text(check.reason)}.`]),
    ...(check.tried === null ? [] : ['Tried', codeBlock(check.tried)]),
    ...(check.expected === null ? [] : [`Expected: ${text(check.expected)}`]),
    ...(check.got === null ? [] : ['Came', codeBlock(check.got)]),
    ...(check.likely === null ? [] : [`Likely: ${text(check.likely)}.`]),
    ...(check.log.length === 0 ? [] : ['What the service logged', codeBlock(check.log.join('\n'))]),
    `Why it matters: ${text(lesson.why)}`,
    ...(waiting.length === 0 ? [] : [`Not asked because of it: ${idsOf(waiting)}.`]),
  ];
  return parts.join('\n\n');
}

function idsOf(checks: readonly CheckGrade[]): string {
  return checks.map(({ id }) => codeSpan(id)).join(', ');
}

const marks: Readonly<Record<CheckGrade['state'], string>> = {
  pass: 'passes',
  fail: '**fails**',
  'not-run': 'was not run',
};

function lessonPart({ title, earned, possible, checks }: LessonGrade): string {
  const lines = checks.map(
    ({ id, title: asked, state, lost }) =>
      `| ${codeSpan(id)} | ${text(asked)} | ${marks[state]} | ${lost === 0 ? '' : pointsText(-lost)} |`,
  );
  const head = `### ${text(title)}: ${pointsText(earned)} of ${pointsText(possible)}`;
  return [
    head,
    ['| Check | Promise | | Points |', '| --- | --- | --- | ---: |', ...lines].join('\n'),
  ].join('\n\n');
}
