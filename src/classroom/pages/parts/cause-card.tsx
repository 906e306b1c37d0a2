import type { Cause } from '../../report/causes.ts';
import { pointsText } from '../../report/points-text.ts';
import { costText } from '../feedback.ts';
import { Told, Verbatim } from './text.tsx';

/** Something that went wrong: what was tried, promised and came, and why it matters. */
export function CauseCard({ cause }: { readonly cause: Cause }) {
  const { check, lesson, cost } = cause;
  const rows = [
    ['Not run', check.reason],
    ['Expected', check.expected],
    ['Likely', check.likely],
    ['Why it matters', lesson.why],
  ] as const;
  return (
    <article class="card fail failure cause">
      <h3>
        <Told text={check.title} />
        {cost > 0 && <span class="cost">{pointsText(-cost)}</span>}
      </h3>
      <p class="soft small">
        {costText(cause)} Check <code>{check.id}</code>, lesson {lesson.title}.
      </p>
      {check.tried !== null && (
        <Exchange title="Tried" text={check.tried} label={`What was tried by ${check.id}`} />
      )}
      {check.got !== null && (
        <Exchange title="Came" text={check.got} label={`What came of ${check.id}`} />
      )}
      <dl class="expectation">
        {rows.map(
          ([name, text]) =>
            text !== null && (
              <>
                <dt>{name}</dt>
                <dd>
                  <Told text={text} />
                </dd>
              </>
            ),
        )}
      </dl>
      <Log cause={cause} />
      <Waiting cause={cause} />
    </article>
  );
}

interface ExchangeProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
}

function Exchange({ title, text, label }: ExchangeProps) {
  return (
    <figure class="message">
      <figcaption>{title}</figcaption>
      <Verbatim text={text} label={label} />
    </figure>
  );
}

function Log({ cause: { check } }: { readonly cause: Cause }) {
  if (check.log.length === 0) return null;
  return (
    <details>
      <summary>What the service logged meanwhile</summary>
      <Verbatim text={check.log.join('\n')} label={`Log of ${check.id}`} />
    </details>
  );
}

function Waiting({ cause: { waiting } }: { readonly cause: Cause }) {
  if (waiting.length === 0) return null;
  return (
    <details>
      <summary>What could not be asked because of it</summary>
      <ul>
        {waiting.map(({ id, title, lost }) => (
          <li>
            <Told text={title} /> <code class="small">{id}</code>
            {lost > 0 && <> ({pointsText(-lost)})</>}
          </li>
        ))}
      </ul>
    </details>
  );
}
