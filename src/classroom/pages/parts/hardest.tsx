import type { HardCheck } from '../../report/hardest-checks.ts';
import { percentOf, pointsText } from '../../report/points-text.ts';
import { Told } from './text.tsx';

const SHOWN = 12;

/** The checks that most works fail. */
export function Hardest({ checks }: { readonly checks: readonly HardCheck[] }) {
  return (
    <section aria-labelledby="hardest">
      <h2 id="hardest">Hardest checks</h2>
      {checks.length === 0 ? (
        <p>Every check passes in every work.</p>
      ) : (
        <>
          <p class="soft">
            The dark part has failed, the light one was not run because something else had.
          </p>
          <div class="wide" tabIndex={0} role="region" aria-labelledby="hardest">
            <table class="ranking">
              <thead>
                <tr>
                  <th scope="col">Promise</th>
                  <th scope="col">Failed</th>
                  <th scope="col" class="number">
                    Points lost
                  </th>
                </tr>
              </thead>
              <tbody>{checks.slice(0, SHOWN).map(Row)}</tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Row({ id, lesson, title, asked, failed, notRun, cost }: HardCheck) {
  return (
    <tr>
      <th scope="row">
        <Told text={title} />
        <code class="name">
          {lesson} / {id}
        </code>
      </th>
      <td>
        <Stripe failed={failed} notRun={notRun} asked={asked} />
        <span class="of">
          {failed} of {asked}
          {notRun > 0 && <>, {notRun} not run</>}
        </span>
      </td>
      <td class="number">{pointsText(cost)}</td>
    </tr>
  );
}

type StripeProps = Pick<HardCheck, 'failed' | 'notRun' | 'asked'>;

function Stripe({ failed, notRun, asked }: StripeProps) {
  return (
    <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="100" height="4" rx="2" />
      <rect class="not-run" width={percentOf(failed + notRun, asked)} height="4" rx="2" />
      <rect class="failed" width={percentOf(failed, asked)} height="4" rx="2" />
    </svg>
  );
}
