import { connect, type Socket } from 'node:net';
import { readAnswer, type ReadAnswer } from './read-answer.ts';

/** Most bytes of one answer that are kept. */
export const MAX_ANSWER_BYTES = 4_000_000;

/** Where a service listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** When something happened, in milliseconds since the connection was asked for. */
export interface Phases {
  readonly connected: number;
  readonly firstByte: number;
}

/** How a conversation over one connection ended. */
export type Conversation =
  | {
      readonly end: 'answered';
      readonly answer: ReadAnswer;
      readonly phases: Phases;
      readonly milliseconds: number;
    }
  /** The connection broke, or was closed, before a whole answer came. */
  | { readonly end: 'reset' | 'closed'; readonly bytes: Buffer; readonly milliseconds: number }
  | { readonly end: 'refused'; readonly milliseconds: number }
  /** Nothing whole came within the time. */
  | { readonly end: 'timeout'; readonly bytes: Buffer; readonly milliseconds: number };

/** What is said, in parts with a pause before each one. */
export interface Speech {
  readonly method: string;
  readonly parts: readonly Buffer[];
  /** Pause before the second and later parts, in milliseconds. */
  readonly pauseMs: number;
  /** Longest wait for the whole answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Sends bytes over a connection of its own and reads while it writes: a server that refuses early
 * answers before the request is through, and closes.
 */
export function converse(address: Address, speech: Speech): Promise<Conversation> {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const socket = connect({ host: address.host, port: address.port, noDelay: true });
    let bytes: Buffer = Buffer.alloc(0);
    let phases: Phases = { connected: 0, firstByte: 0 };

    const finish = (conversation: DistributedOmit<Conversation, 'milliseconds'>) => {
      clearTimeout(timer);
      speech.signal.removeEventListener('abort', abort);
      socket.destroy();
      resolve({ ...conversation, milliseconds: performance.now() - since } as Conversation);
    };
    const abort = () => {
      clearTimeout(timer);
      socket.destroy();
      reject(speech.signal.reason);
    };
    const read = (closed: boolean) => readAnswer(bytes, speech.method, closed);
    const finishWith = (end: 'reset' | 'closed') => {
      const answer = read(true);
      finish(answer === null ? { end, bytes } : { end: 'answered', answer, phases });
    };

    const timer = setTimeout(() => finish({ end: 'timeout', bytes }), speech.timeoutMs);
    if (speech.signal.aborted) return abort();
    speech.signal.addEventListener('abort', abort);
    socket.on('data', (chunk: Buffer) => {
      if (bytes.length === 0) phases = { ...phases, firstByte: performance.now() - since };
      bytes = Buffer.concat([bytes, chunk]);
      const answer = read(bytes.length >= MAX_ANSWER_BYTES);
      if (answer?.isComplete === true) finish({ end: 'answered', answer, phases });
    });
    socket.on('end', () => finishWith('closed'));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') finish({ end: 'refused' });
      // A write that fails may have an answer waiting behind it: only reading decides.
      else if (error.code !== 'EPIPE' || socket.readableEnded) finishWith('reset');
    });
    socket.on('connect', () => {
      phases = { ...phases, connected: performance.now() - since };
      void speak(socket, speech);
    });
  });
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

async function speak(socket: Socket, { parts, pauseMs }: Speech): Promise<void> {
  for (const [at, part] of parts.entries()) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (socket.destroyed) return;
    socket.write(part);
  }
}
