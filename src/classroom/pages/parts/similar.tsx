import type { Place } from '../../similarity/one-text.ts';
import type { Passage } from '../../similarity/passages.ts';
import type { SimilarPair } from '../../similarity/similar-pairs.ts';
import { Meter } from './score.tsx';
import { Verbatim } from './text.tsx';

/** Works that resemble each other beyond what all have from the kit. */
export function Similar({ pairs }: { readonly pairs: readonly SimilarPair[] | null }) {
  return (
    <section aria-labelledby="similar">
      <h2 id="similar">Similar works</h2>
      <p class="soft">
        Compared without names, texts, numbers and comments, so that variants and renaming make no
        difference; the kit's own code and its solutions are taken out, and so is what many works
        share. What is left is a reason to ask, and no proof.
      </p>
      {pairs === null && <p>The submissions were not at hand, so nothing was compared.</p>}
      {pairs?.length === 0 && <p>No two works resemble each other.</p>}
      {pairs?.map((pair) => (
        <Pair {...pair} />
      ))}
    </section>
  );
}

function Pair({ left, right, share, passages }: SimilarPair) {
  const percent = Math.round(share * 100);
  return (
    <details class="card pair">
      <summary>
        <h3>
          {left} and {right}
        </h3>
        <Meter part={percent} whole={100} />
        <span class="of">{percent} % of the smaller one's own</span>
      </summary>
      {passages.map((passage) => (
        <Both {...passage} />
      ))}
    </details>
  );
}

function Both({ left, right }: Passage) {
  return (
    <div class="exchange">
      <Side place={left} />
      <Side place={right} />
    </div>
  );
}

function Side({ place: { path, from, to, text } }: { readonly place: Place }) {
  const where = from === to ? `line ${from}` : `lines ${from} to ${to}`;
  return (
    <figure class="message">
      <figcaption>
        {path} <span class="soft">{where}</span>
      </figcaption>
      <Verbatim text={text} label={`${path}, ${where}`} />
    </figure>
  );
}
