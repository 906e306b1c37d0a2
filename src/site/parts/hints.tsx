import type { ComponentChildren } from 'preact';

const rungs = ['A nudge', 'A pointer', 'Nearly the code'] as const;

/** Help behind rungs. */
export interface Help {
  /** By rung; only those that may be read. */
  readonly opened: readonly ComponentChildren[];
  /** How many there are. */
  readonly count: number;
  /** Where the next rung is asked for; null where all may be read. */
  readonly action: string | null;
}

/** The hints of a lesson: one rung after the other, each opened on purpose. */
export function Hints({ help }: { readonly help: Help }) {
  const { opened, count, action } = help;
  if (count === 0) return null;
  return (
    <section id="hints" data-live aria-labelledby="hints-title">
      <h2 id="hints-title">Stuck?</h2>
      <div class="rungs">
        {opened.map((text, at) => (
          <details open={action !== null && at === opened.length - 1}>
            <summary>{rungs[at]}</summary>
            <div class="inside">{text}</div>
          </details>
        ))}
        {rungs.slice(opened.length, count).map((name, at) => (
          <Closed name={name} action={at === 0 ? action : null} />
        ))}
      </div>
    </section>
  );
}

function Closed({ name, action }: { readonly name: string; readonly action: string | null }) {
  if (action === null) return <p class="closed">{name}</p>;
  return (
    <form class="closed" method="post" action={action} data-swap="hints">
      <span>{name}</span>
      <button type="submit">Open this one</button>
    </form>
  );
}
