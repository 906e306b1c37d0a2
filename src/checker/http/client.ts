import { Failure, NotRunnable } from '../failure.ts';
import { converse, type Address, type Conversation } from './converse.ts';
import type { Answer, Request, Sent } from './exchange.ts';

/** Longest wait for one answer, in milliseconds. */
export const ANSWER_WITHIN_MS = 5_000;
/** Pause that lets an early refusal arrive before the body is sent, in milliseconds. */
const REFUSAL_PAUSE_MS = 200;

/** What a client needs to know of its service. */
export interface ClientOptions {
  readonly address: Address;
  readonly signal: AbortSignal;
  /** Told of every request, so that the report knows the last one. */
  readonly onRequest?: (sent: Sent) => void;
}

/**
 * Sends a request over a connection of its own; redirects are not followed.
 * @throws Failure when nothing answers, NotRunnable when the connection breaks again and again
 */
export async function sendRequest(
  options: ClientOptions,
  request: Request,
  timeoutMs = ANSWER_WITHIN_MS,
): Promise<Answer> {
  return deliver(options, completeRequest(options.address, request), timeoutMs);
}

/**
 * Sends bytes as they are: for what no tidy client would send.
 * Null where no answer came, because the service closed the connection or the time was over.
 */
export async function sendBytes(
  options: ClientOptions,
  text: string,
  timeoutMs = ANSWER_WITHIN_MS,
): Promise<Answer | null> {
  const [method = '', path = ''] = text.split(' ', 2);
  const raw = Buffer.from(text, 'latin1');
  const sent = { ...options.address, method, path, headers: [], body: null, raw };
  try {
    return await deliver(options, sent, timeoutMs);
  } catch (error) {
    if (error instanceof Failure || error instanceof NotRunnable) return null;
    throw error;
  }
}

async function deliver(options: ClientOptions, sent: Sent, timeoutMs: number): Promise<Answer> {
  options.onRequest?.(sent);
  const parts = partsOf(sent);
  const say = (spoken: readonly Buffer[], pauseMs: number) =>
    converse(options.address, {
      method: sent.method,
      parts: spoken,
      pauseMs,
      timeoutMs,
      signal: options.signal,
    });
  let conversation = await say([Buffer.concat(parts)], 0);
  // A reset may have swallowed an early refusal: asked again, with a pause before the body.
  if (conversation.end === 'reset') conversation = await say(parts, REFUSAL_PAUSE_MS);
  if (conversation.end === 'answered') {
    const { answer, phases, milliseconds } = conversation;
    return { ...answer, json: parseJson(answer.body), phases, milliseconds, request: sent };
  }
  throw explainSilence(conversation, sent, timeoutMs);
}

function explainSilence(
  conversation: Exclude<Conversation, { end: 'answered' }>,
  request: Sent,
  timeoutMs: number,
): Error {
  const expected = 'an answer';
  switch (conversation.end) {
    case 'reset':
      return new NotRunnable('the connection was reset, twice, before an answer could be read');
    case 'refused':
      return new Failure({ expected, got: 'connection refused: nothing listens there', request });
    case 'closed':
      return new Failure({ expected, got: describeBytes(conversation.bytes, 'closed'), request });
    case 'timeout': {
      const within = `${expected} within ${timeoutMs / 1000} s`;
      const got = describeBytes(conversation.bytes, 'still open');
      return new Failure({ expected: within, got, request });
    }
  }
}

function describeBytes(bytes: Buffer, end: string): string {
  if (bytes.length === 0) return `not a single byte; the connection is ${end}`;
  return `only ${JSON.stringify(bytes.toString('latin1', 0, 80))}; the connection is ${end}`;
}

function completeRequest(address: Address, request: Request): Sent {
  const { method, path, headers = [] } = request;
  const body = bodyOf(request);
  const isNamed = (name: string) => headers.some(([given]) => given.toLowerCase() === name);
  const added: [string, string][] = [];
  if (!isNamed('host')) added.push(['Host', `${address.host}:${address.port}`]);
  if (request.json !== undefined && !isNamed('content-type')) {
    added.push(['Content-Type', 'application/json']);
  }
  if (body !== null && !isNamed('transfer-encoding') && !isNamed('content-length')) {
    added.push(['Content-Length', String(body.length)]);
  }
  added.push(['Connection', 'close']);
  return { ...address, method, path, headers: [...headers, ...added], body, raw: null };
}

function bodyOf({ json, body }: Request): Buffer | null {
  if (body !== undefined) return Buffer.from(body);
  return json === undefined ? null : Buffer.from(JSON.stringify(json));
}

function partsOf({ raw, method, path, headers, body }: Sent): Buffer[] {
  if (raw !== null) return [raw];
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines}\r\n`, 'latin1');
  return body === null ? [head] : [head, body];
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return undefined;
  }
}
