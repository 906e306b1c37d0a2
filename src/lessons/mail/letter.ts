import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CompiledTemplate } from '../../scaffold/render-template.ts';
import { packageRoot } from '../../system/package-root.ts';

/** The schema of a field that a customer wants. */
interface WishedField {
  readonly schema: Readonly<Record<string, unknown>>;
  /** What its numbers count, for the text of the letter. */
  readonly unit?: string;
}

/**
 * What a letter asks for: a further field, a further field that becomes the natural key, or more
 * characters for the key, counted from the limit that it has.
 */
export type Wish =
  | (WishedField & { readonly add: string })
  | (WishedField & { readonly key: string })
  | { readonly lengthen: number };

/** A letter from a customer: a change that no lesson has shown, and that has no solution here. */
export interface Letter {
  readonly id: string;
  /** Number of the stage that it comes at the end of. */
  readonly stage: number;
  readonly from: string;
  readonly subject: CompiledTemplate;
  /** Knows what templates know, and `wish`; see {@link writeLetter}. */
  readonly text: CompiledTemplate;
  /** Ways to ask for the same kind of change, of which one is drawn. */
  readonly wishes: readonly Wish[];
}

const requireCompiled = createRequire(import.meta.url);

/** The letters of one stage. */
export function loadLetters(stageNumber: number): readonly Letter[] {
  const letters = requireCompiled(join(packageRoot(), 'dist', 'letters.cjs')) as readonly Letter[];
  return letters.filter(({ stage }) => stage === stageNumber);
}
