import type { GradedClass } from '../classroom/grading/grade-class.ts';
import type { Grade } from '../classroom/grades.ts';
import type { Output } from '../system/output.ts';
import { printable } from '../system/printable.ts';
import { gradeWords } from './class-grade-progress.ts';

/** What came of a grading, for people. */
export function gradesText(
  graded: readonly GradedClass[],
  { symbols, style }: Pick<Output, 'symbols' | 'style'>,
  command: string,
): string {
  return graded
    .flatMap(({ assignment, grades, unknown }) => {
      const width = Math.max(...grades.map(({ work }) => work.length));
      return [
        style.bold(assignment.title),
        ...grades.map(
          (grade) => `${markOf(grade, symbols)} ${grade.work.padEnd(width)}  ${line(grade)}`,
        ),
        ...unknown.map(
          ({ name }) => `${symbols.warning} ${printable(name)} is nobody's on the roster`,
        ),
        summary(grades),
        '',
      ];
    })
    .concat(['Next', `  ${command} class report`, `  ${command} class gradebook`])
    .join('\n');
}

/** The same, for programs. */
export function gradesJson(graded: readonly GradedClass[]): object {
  return {
    assignments: graded.map(({ assignment, grades, unknown }) => ({
      id: assignment.id,
      grades,
      unknown: unknown.map(({ name }) => name),
    })),
  };
}

function markOf({ state, points }: Grade, symbols: Output['symbols']): string {
  if (state !== 'graded') return symbols.warning;
  return points.total >= points.possible ? symbols.done : symbols.dash;
}

/** The points, and what was noted of the submission. */
function line(grade: Grade): string {
  const noted = grade.incidents.map(({ kind }) => kind);
  return [gradeWords(grade), ...(noted.length > 0 ? [`held: ${noted.join(', ')}`] : [])].join('; ');
}

function summary(grades: readonly Grade[]): string {
  const count = (state: Grade['state']) => grades.filter((grade) => grade.state === state).length;
  const rest = [
    ...(count('missing') > 0 ? [`${count('missing')} missing`] : []),
    ...(count('not-graded') > 0 ? [`${count('not-graded')} not graded: grade again`] : []),
  ];
  return [`${count('graded')} graded`, ...rest].join(', ');
}
