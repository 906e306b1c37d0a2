import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findStage } from '../catalog/stages.ts';
import type { CompiledTemplate } from '../scaffold/render-template.ts';
import { packageRoot } from '../system/package-root.ts';

/** One change of one file: `text` stands there exactly once, and becomes `with`. */
export interface Edit {
  readonly file: CompiledTemplate;
  readonly text: CompiledTemplate;
  readonly with: CompiledTemplate;
}

/** A named wrong version of a solution. */
export interface Mistake {
  readonly id: string;
  /** Folder of the stage that teaches how to avoid it, e.g. `1-in-memory`. */
  readonly stage: string;
  /** Folder of its lesson; null for the conformance set. */
  readonly lesson: string | null;
  /** The check that must catch it. */
  readonly check: string;
  /** What went wrong once, in two sentences. */
  readonly story: string;
  /** What users would report, where it makes a good drill. */
  readonly symptom?: string;
  /** The stage from which on it no longer fits the solution. */
  readonly until?: string;
  /** Kinds of fields without which a resource cannot have it; see {@link pickFields}. */
  readonly needs?: readonly string[];
  /** By stack: why its framework makes the mistake impossible. */
  readonly impossible?: Readonly<Record<string, string>>;
  /** By stack. */
  readonly edits: Readonly<Record<string, readonly Edit[]>>;
}

const requireCompiled = createRequire(import.meta.url);

/** Every mistake that the kit knows, in the order of the curriculum. */
export function loadMistakes(): readonly Mistake[] {
  return requireCompiled(join(packageRoot(), 'dist', 'mistakes.cjs')) as Mistake[];
}

/** Whether a mistake fits the solution of a stage. */
export function fitsStage({ stage, until }: Mistake, stageNumber: number): boolean {
  const end = until === undefined ? Infinity : findStage(until)!.number;
  return introducedAt(stage) <= stageNumber && stageNumber < end;
}

/** Number of the stage that a folder belongs to. */
export function introducedAt(stageFolder: string): number {
  return Number(stageFolder.split('-', 1)[0]);
}
