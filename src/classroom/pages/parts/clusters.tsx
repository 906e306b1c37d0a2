import type { Cluster } from '../../report/clusters.ts';
import { countText, pointsText } from '../../report/points-text.ts';
import { Told, Verbatim } from './text.tsx';

/** So many are shown at once, and more only where several works share each. */
const USUALLY_SHOWN = 8;

interface ClustersProps {
  readonly clusters: readonly Cluster[];
}

/** What went wrong, by cause, with whom it happened to and one case in full. */
export function Clusters({ clusters }: ClustersProps) {
  const shared = clusters.filter(({ works }) => works.length > 1).length;
  const shown = Math.max(shared, USUALLY_SHOWN);
  const failures = clusters.reduce((sum, cluster) => sum + cluster.failures, 0);
  return (
    <section aria-labelledby="clusters">
      <h2 id="clusters">What went wrong, by cause</h2>
      {clusters.length === 0 ? (
        <p>Nothing went wrong.</p>
      ) : (
        <p class="soft">
          {countText(failures, 'check that does not pass comes', 'checks that do not pass come')}{' '}
          from {countText(clusters.length, 'cause')}. One explanation helps everybody in a row.
        </p>
      )}
      {clusters.slice(0, shown).map((cluster, at) => (
        <One cluster={cluster} isOpen={at === 0} />
      ))}
      <Rest clusters={clusters.slice(shown)} />
    </section>
  );
}

function Rest({ clusters }: ClustersProps) {
  if (clusters.length === 0) return null;
  return (
    <details>
      <summary>{countText(clusters.length, 'more cause')}, each in a single work</summary>
      {clusters.map((cluster) => (
        <One cluster={cluster} isOpen={false} />
      ))}
    </details>
  );
}

function One({ cluster, isOpen }: { readonly cluster: Cluster; readonly isOpen: boolean }) {
  const { text, works, failures, cost, checks, example } = cluster;
  const { likely } = example.cause.check;
  return (
    <details class="card cluster" open={isOpen}>
      <summary>
        <span class="size">{works.length}</span>
        <h3>
          <Told text={text} />
        </h3>
        <span class="soft small">
          {countText(works.length, 'work')}, {countText(failures, 'check')}, {pointsText(cost)}{' '}
          points
        </span>
      </summary>
      {likely !== null && (
        <p>
          Likely: <Told text={likely} />.
        </p>
      )}
      <p>
        <strong>Who:</strong> {works.join(', ')}
      </p>
      <p class="soft small">
        Found by{' '}
        {checks.map((id, at) => (
          <>
            {at > 0 && ', '}
            <code>{id}</code>
          </>
        ))}
      </p>
      <Example cluster={cluster} />
    </details>
  );
}

function Example({ cluster: { example } }: { readonly cluster: Cluster }) {
  const { tried, expected, got, reason, id, log } = example.cause.check;
  const lines = [
    ...(tried === null ? [] : [`$ ${tried}`]),
    ...(expected === null ? [] : [`expected: ${expected}`]),
    ...(got === null ? [] : [`came:     ${got}`]),
    ...(reason === null ? [] : [`not run:  ${reason}`]),
    ...log.slice(0, 3).map((line) => `log:      ${line}`),
  ];
  if (lines.length === 0) return null;
  return (
    <figure class="message">
      <figcaption>
        For example, {example.work} <code>{id}</code>
      </figcaption>
      <Verbatim text={lines.join('\n')} label={`Example of ${id}`} />
    </figure>
  );
}
