import type { Standing, Standings } from '../../report/standings.ts';
import { pointsText } from '../../report/points-text.ts';

/** Who is where: each work a row, each lesson a column. */
export function WhoIsWhere({ standings: { lessons, rows } }: { readonly standings: Standings }) {
  const stuck = lessons
    .map((lesson) => ({ ...lesson, works: rows.filter(({ stuckAt }) => stuckAt === lesson.id) }))
    .filter(({ works }) => works.length > 0);
  const ordered = rows.toSorted((left, right) => left.total - right.total);
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">Who is stuck where</h2>
      <dl class="stuck">
        {stuck.map(({ title, works }) => (
          <>
            <dt>
              {title} <span class="soft">({works.length})</span>
            </dt>
            <dd>{works.map(({ work }) => work).join(', ')}</dd>
          </>
        ))}
      </dl>
      <details class="heat-box" open={rows.length <= 80}>
        <summary>Percent of each lesson, the fewest points first</summary>
        <div class="wide" tabIndex={0} role="region" aria-label="Percent of each lesson">
          <table class="heat">
            <thead>
              <tr>
                <th scope="col">Work</th>
                {lessons.map(({ id, title }) => (
                  <th scope="col" title={title}>
                    {id.slice(0, 2)}
                    <span class="unseen"> {title}</span>
                  </th>
                ))}
                <th scope="col" class="number">
                  Points
                </th>
              </tr>
            </thead>
            <tbody>{ordered.map(Row)}</tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Row({ work, shares, total }: Standing) {
  return (
    <tr>
      <th scope="row">{work}</th>
      {shares.map((share) => (
        <td class={share === null ? 'heat-none' : `heat-${Math.floor(share / 20)}`}>
          {share ?? '–'}
        </td>
      ))}
      <td class="number">{pointsText(total)}</td>
    </tr>
  );
}
