import type { Phases } from './converse.ts';

/** A request as a check words it; what is left out is filled in by the client. */
export interface Request {
  readonly method: string;
  /** Path and query, exactly as they go over the wire. */
  readonly path: string;
  /** In order, and as written: a name may stand twice. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Sent as JSON; undefined sends no body. */
  readonly json?: unknown;
  /** Sent as it is, instead of `json`. */
  readonly body?: Buffer | string;
}

/** What came back over the wire. */
export interface Answer {
  readonly status: number;
  readonly reason: string;
  /** By lower-case name; a header that came twice has two values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** At most `MAX_ANSWER_BYTES` of it. */
  readonly body: Buffer;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** From the first byte sent to the last one received, in milliseconds. */
  readonly milliseconds: number;
  readonly phases: Phases;
  /** The request that it answers. */
  readonly request: Sent;
}

/** A request as it was sent, kept for the report. */
export interface Sent {
  readonly host: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
  /** Bytes that no tidy client would send, instead of a request line and headers of ours. */
  readonly raw: Buffer | null;
}

/** Values of one header of an answer, as one text; null where it is absent. */
export function header(answer: Answer, name: string): string | null {
  return answer.headers.get(name.toLowerCase())?.join(', ') ?? null;
}
