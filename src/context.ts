import type { ListenForKeys } from './system/keys.ts';
import type { Output } from './system/output.ts';
import type { Prompt } from './system/prompt.ts';
import type { Run } from './system/process.ts';

/** All that is impure, injected: a step takes just what it needs of it. */
export interface Context {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly out: Output;
  /** Loads what asks the person; null where nobody can answer. */
  readonly prompt: (() => Promise<Prompt>) | null;
  /** Hears single keys; null where there is no terminal on both sides. */
  readonly keys: ListenForKeys | null;
  readonly run: Run;
  /** Milliseconds since some fixed moment, for durations. */
  readonly now: () => number;
  /** Raised by Ctrl-C and TERM, with a Cancelled as its reason. */
  readonly signal: AbortSignal;
}
