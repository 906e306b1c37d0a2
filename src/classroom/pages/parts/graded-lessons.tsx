import type { CheckGrade, LessonGrade } from '../../grades.ts';
import { pointsText } from '../../report/points-text.ts';
import { Meter } from './score.tsx';
import { Told } from './text.tsx';

/** How a state is marked, and what it is called for those who do not see the mark. */
const marks: Readonly<Record<CheckGrade['state'], readonly [mark: string, name: string]>> = {
  pass: ['✓', 'passes'],
  fail: ['✗', 'fails'],
  'not-run': ['–', 'was not run'],
};

/** Every check, lesson by lesson. */
export function GradedLessons({ lessons }: { readonly lessons: readonly LessonGrade[] }) {
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">Every check</h2>
      {lessons.map(GradedLesson)}
    </section>
  );
}

function GradedLesson({ title, why, earned, possible, checks }: LessonGrade) {
  const isWhole = checks.every(({ state }) => state === 'pass');
  return (
    <details class="graded-lesson" open={!isWhole}>
      <summary>
        <h3>{title}</h3>
        <Meter part={earned} whole={possible} />
        <span class="of">
          {pointsText(earned)} of {pointsText(possible)}
        </span>
      </summary>
      <p class="soft">{why}</p>
      <ul class="checks">{checks.map(CheckLine)}</ul>
    </details>
  );
}

function CheckLine({ id, title, state, lost }: CheckGrade) {
  const [mark, name] = marks[state];
  return (
    <li>
      <span class={`mark ${state}`}>
        <span aria-hidden="true">{mark}</span>
        <span class="unseen">{name}:</span>
      </span>
      <span>
        <Told text={title} />
        {lost > 0 && <span class="cost">{pointsText(-lost)}</span>}
      </span>
      <code class="name">{id}</code>
    </li>
  );
}
