import type { ComponentChildren } from 'preact';
import type { ToldResult } from '../../lessons/live/verdict.ts';
import { Exchange } from './exchange.tsx';
import { Literal, Sentence } from './sentence.tsx';

/** A failure in full: what was promised, what came, what is likely wrong, and how to try it. */
export function Failure({ result, command }: { result: ToldResult; command: string }) {
  const { title, expected, got, likely, exchange, log, check } = result;
  const came = got ?? exchange?.answer?.line ?? null;
  return (
    <article class="card fail failure">
      <h3>
        <Sentence text={title} />
      </h3>
      <dl class="expectation">
        {expected !== null && <Row name="Expected" text={<Literal text={expected} />} />}
        {came !== null && <Row name="Got" text={<Literal text={came} />} />}
        {likely !== null && <Row name="Likely" text={<Sentence text={likely} />} />}
      </dl>
      {exchange !== null && <Exchange exchange={exchange} />}
      {log.length > 0 && (
        <details>
          <summary>What the service logged meanwhile</summary>
          <pre tabIndex={0}>{log.join('\n')}</pre>
        </details>
      )}
      <p class="screen-only">
        Try it by hand: <code>{`${command} replay ${check}`}</code>
      </p>
    </article>
  );
}

function Row({ name, text }: { readonly name: string; readonly text: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
