import { page } from '../../site/page.tsx';
import type { Grade } from '../grades.ts';
import { causesOf } from '../report/causes.ts';
import { pointsText } from '../report/points-text.ts';
import { accountOf, factsOf, namesOf, standingOf, type Feedback } from './feedback.ts';
import { CauseCard } from './parts/cause-card.tsx';
import { GradedLessons } from './parts/graded-lessons.tsx';
import { Score } from './parts/score.tsx';
import { Told } from './parts/text.tsx';

/** The feedback on a work: one HTML file that stands alone. */
export function feedbackPage(feedback: Feedback): string {
  const { course, assignment, grade } = feedback;
  const names = namesOf(feedback);
  const body = (
    <div class="column feedback">
      <p class="trail">
        <span>{course.title}</span>
        <span aria-hidden="true">/</span>
        <span>{assignment.title}</span>
      </p>
      <h1>
        <bdi>{names}</bdi>
      </h1>
      <Result grade={grade} />
      <ul class="facts">
        {factsOf(feedback).map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      <Sentences title="What the sandbox has stopped" sentences={incidentsOf(grade)} kind="warn" />
      <Sentences title="Also seen" sentences={grade.notes} kind="" />
      <Causes grade={grade} />
      {grade.lessons.length > 0 && <GradedLessons lessons={grade.lessons} />}
    </div>
  );
  return page({ title: `${names}: ${assignment.title}`, body, foot: <Foot grade={grade} /> });
}

function Result({ grade }: { readonly grade: Grade }) {
  const standing = standingOf(grade);
  return (
    <>
      {standing !== null && (
        <section class="card warn">
          <h2>{standing.title}</h2>
          <p>
            <Told text={standing.text} />
          </p>
        </section>
      )}
      {grade.state !== 'not-graded' && <Score points={grade.points} />}
      {grade.state === 'graded' && <Account grade={grade} />}
    </>
  );
}

function Account({ grade }: { readonly grade: Grade }) {
  return (
    <table class="account">
      <caption class="unseen">How the total comes about</caption>
      <tbody>
        {accountOf(grade).map(({ what, why, points }) => (
          <tr>
            <th scope="row">{what}</th>
            <td>{why}</td>
            <td class="number">{points}</td>
          </tr>
        ))}
        <tr class="sum">
          <th scope="row">Total</th>
          <td />
          <td class="number">{pointsText(grade.points.total)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function incidentsOf({ incidents }: Grade): readonly string[] {
  return incidents.map(({ text }) => text);
}

interface SentencesProps {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly kind: 'warn' | '';
}

function Sentences({ title, sentences, kind }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <section class={`card ${kind}`}>
      <h2>{title}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li>
            <Told text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Causes({ grade }: { readonly grade: Grade }) {
  const causes = causesOf(grade);
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="causes-title">
      <h2 id="causes-title">What to mend, the dearest first</h2>
      {causes.map((cause) => (
        <CauseCard cause={cause} />
      ))}
    </section>
  );
}

function Foot({ grade: { sandbox, seed } }: { readonly grade: Grade }) {
  const held = sandbox === 'none' ? 'without a sandbox' : `in a sandbox (${sandbox})`;
  return (
    <>
      Graded {held}, with the seed {seed}. This page loads nothing from elsewhere.
    </>
  );
}
