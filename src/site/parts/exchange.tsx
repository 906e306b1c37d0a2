import type { Message, ToldExchange } from '../../checker/report/told-exchange.ts';
import { Words } from './code.tsx';

/** Headers that only our client needs, or that every answer has: they are left out. */
const unshown = new Set(
  'host connection content-length date keep-alive x-content-type-options'.split(' '),
);

/** A request and its answer, side by side where there is room. */
export function Exchange({ exchange }: { readonly exchange: ToldExchange }) {
  const { request, answer, status } = exchange;
  return (
    <div class="exchange">
      <MessageBox title="Sent" message={request} />
      {answer === null ? (
        <p class="soft">No answer came.</p>
      ) : (
        <MessageBox title="Came back" message={answer} status={status} />
      )}
    </div>
  );
}

/** A status in the colour of its class. */
export function Status({ code }: { readonly code: number }) {
  return <span class={`status is-${Math.floor(code / 100)}`}>{code}</span>;
}

interface BoxProps {
  readonly title: string;
  readonly message: Message;
  readonly status?: number | null;
}

function MessageBox({ title, message, status = null }: BoxProps) {
  return (
    <figure class="message">
      <figcaption>
        {title} {status !== null && <Status code={status} />}
      </figcaption>
      <MessageText {...message} />
    </figure>
  );
}

/** The line, the headers and the body of a request or an answer. */
export function MessageText({ line, headers, body }: Message) {
  const shown = headers.filter(([name]) => !unshown.has(name.toLowerCase()));
  return (
    <pre tabIndex={0}>
      <code>
        <strong>{line}</strong>
        {shown.map(([name, value]) => (
          <>
            {'\n'}
            <span class="hljs-attribute">{name}</span>: {value}
          </>
        ))}
        {body !== null && (
          <>
            {'\n\n'}
            <Words code={laidOut(body)} language="json" />
          </>
        )}
      </code>
    </pre>
  );
}

/** JSON over several lines; anything else as it came. */
function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
