import { STATUS_CODES } from 'node:http';
import { curlLine } from '../http/curl.ts';
import type { Answer, Sent } from '../http/exchange.ts';

/** A request or an answer as it is shown: its first line, its headers, its body as text. */
export interface Message {
  /** `POST /api/v1/tasks`, or `201 Created`. */
  readonly line: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Cut where it is long; null where there is none. */
  readonly body: string | null;
}

/** An exchange as plain values, to be kept in a file and shown on a page. */
export interface ToldExchange {
  readonly request: Message;
  /** The request as a line for a shell. */
  readonly curl: string;
  readonly status: number | null;
  /** Null where no answer came. */
  readonly answer: Message | null;
}

/** Longest body that is kept, in characters. */
const MAX_BODY = 2_000;

/** Tells a request, and the answer that came to it. */
export function tellExchange(request: Sent, answer: Answer | null): ToldExchange {
  return {
    request: {
      line: `${request.method} ${request.path}`,
      headers: request.headers.map(([name, value]) => [name, value] as const),
      body: textOf(request.raw ?? request.body),
    },
    curl: curlLine(request),
    status: answer?.status ?? null,
    answer: answer === null ? null : tellAnswer(answer),
  };
}

function tellAnswer({ status, reason, headers, body }: Answer): Message {
  return {
    line: `${status} ${reason || (STATUS_CODES[status] ?? '')}`.trim(),
    headers: [...headers].flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    ),
    body: textOf(body),
  };
}

function textOf(bytes: Buffer | null): string | null {
  if (bytes === null || bytes.length === 0) return null;
  const text = bytes.toString();
  return text.length <= MAX_BODY ? text : `${text.slice(0, MAX_BODY)}… (${bytes.length} bytes)`;
}
