import { page } from '../../site/page.tsx';
import type { Distribution } from '../report/distribution.ts';
import type { GradedWork } from '../report/graded-work.ts';
import { countText } from '../report/points-text.ts';
import type { ClassReport } from './class-report.ts';
import { Clusters } from './parts/clusters.tsx';
import { Hardest } from './parts/hardest.tsx';
import { Histogram } from './parts/histogram.tsx';
import { Similar } from './parts/similar.tsx';
import { WhoIsWhere } from './parts/standings.tsx';
import { Told } from './parts/text.tsx';

/** The report on a class: one HTML file that stands alone. */
export function reportPage(report: ClassReport): string {
  const { course, assignment, works, distribution, hardest, clusters, standings, pairs } = report;
  const body = (
    <div class="report">
      <p class="trail">
        <span>{course.title}</span>
      </p>
      <h1>{assignment.title}</h1>
      <Unsafe works={works} />
      <Numbers distribution={distribution} />
      <Open works={works} />
      <section aria-labelledby="distribution">
        <h2 id="distribution">Distribution</h2>
        <Histogram distribution={distribution} />
      </section>
      <Clusters clusters={clusters} />
      <Hardest checks={hardest} />
      <WhoIsWhere standings={standings} />
      <Similar pairs={pairs} />
    </div>
  );
  const foot = <>For the instructor alone. This page loads nothing from elsewhere.</>;
  return page({ title: `${assignment.title}: report`, body, foot });
}

/** Said loudly: what a submission did to the machine is not known. */
function Unsafe({ works }: { readonly works: readonly GradedWork[] }) {
  const unsafe = works.filter(({ grade }) => grade.sandbox === 'none' && grade.submission !== null);
  if (unsafe.length === 0) return null;
  return (
    <p class="card fail">
      <strong>Graded without a sandbox:</strong> {countText(unsafe.length, 'submission')} could do
      whatever you can on the machine that has graded (<code>--unsafe</code>).
    </p>
  );
}

function Numbers({ distribution }: { readonly distribution: Distribution }) {
  const { graded, missing, notGraded, median, quartiles } = distribution;
  const numbers = [
    [String(graded), 'graded'],
    ...(median === null ? [] : [[`${median} %`, 'is the median']]),
    ...(quartiles === null
      ? []
      : [[`${quartiles[0]} to ${quartiles[1]} %`, 'has the half in the middle']]),
    ...(missing === 0 ? [] : [[String(missing), 'handed in nothing']]),
    ...(notGraded === 0 ? [] : [[String(notGraded), 'could not be graded']]),
  ] as const;
  return (
    <ul class="numbers">
      {numbers.map(([number, what]) => (
        <li>
          <strong>{number}</strong> {what}
        </li>
      ))}
    </ul>
  );
}

/** Who has no grade, and whether that is theirs or ours. */
function Open({ works }: { readonly works: readonly GradedWork[] }) {
  const missing = works.filter(({ grade }) => grade.state === 'missing');
  const notGraded = works.filter(({ grade }) => grade.state === 'not-graded');
  const held = works.filter(({ grade }) => grade.incidents.length > 0);
  return (
    <>
      {notGraded.length > 0 && (
        <section class="card warn">
          <h2>Not graded: our fault, not theirs</h2>
          <p>
            It is no zero; <code>class grade</code> tries again.
          </p>
          <ul>
            {notGraded.map(({ work, grade }) => (
              <li>
                {work}: <Told text={grade.reason ?? ''} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <p>
          <strong>Nothing came from:</strong> {missing.map(({ work }) => work).join(', ')}
        </p>
      )}
      {held.length > 0 && <Held works={held} />}
    </>
  );
}

function Held({ works }: { readonly works: readonly GradedWork[] }) {
  return (
    <section class="card warn">
      <h2>What the sandbox has stopped</h2>
      <ul>
        {works.flatMap(({ work, grade }) =>
          grade.incidents.map(({ text }) => (
            <li>
              {work}: <Told text={text} />
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
