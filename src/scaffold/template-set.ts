import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stageFolder, stages, type Stage } from '../catalog/stages.ts';
import { packageRoot } from '../system/package-root.ts';
import type { CompiledTemplate } from './render-template.ts';

/** The `stage.yaml` of a stage in one stack. */
export interface StageNotes {
  readonly title: string;
  readonly teaches: string;
  /** Why the stage changes what it changes. */
  readonly why: string;
  /** A sentence for a path, why it changes or appears. */
  readonly notes: Readonly<Record<string, string>>;
  /** The same for hunks of a file, each found by a text that one of its changed lines holds. */
  readonly hunks: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Paths of earlier stages that go. */
  readonly replaces: readonly string[];
  /** Folders that it begins anew: what is in them goes, the person's own too. */
  readonly clears: readonly string[];
  /** Lessons of earlier stages whose work the stage writes anew, and why it has to. */
  readonly rewrites: Readonly<Record<string, string>>;
  /** What must run beside the service, e.g. `postgres`. */
  readonly services: readonly string[];
  /** Environment variables that the stage adds. */
  readonly settings: readonly string[];
  /** Its share of the project's manifest, merged by key; null removes a key. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** What a stage adds to a project, as the build compiled it. */
export interface StageTemplates {
  readonly notes: StageNotes;
  /** By path in the project (`[resources]` and `[resource]` still in it): a template or plain text. */
  readonly files: Readonly<Record<string, CompiledTemplate | string>>;
  /** Lock files by name, kept out of `files` because they are large and only read when wanted. */
  readonly lockFiles: Readonly<Record<string, string>>;
}

/** The templates of a project at a stage, from the first stage on. */
export type TemplateSet = readonly StageTemplates[];

const requireCompiled = createRequire(import.meta.url);

/** The stages that are written in a stack, in order. */
export function writtenStages(stack: string): readonly Stage[] {
  return stages.filter((stage) => existsSync(compiledPath(stack, `${stageFolder(stage)}.cjs`)));
}

/** Loads what the build compiled for a stack, from the first stage up to the given one. */
export function loadTemplates(stack: string, upTo: Stage): TemplateSet {
  const wanted = stages.filter((stage) => stage.number <= upTo.number);
  return wanted.map(
    (stage) => requireCompiled(compiledPath(stack, `${stageFolder(stage)}.cjs`)) as StageTemplates,
  );
}

/**
 * The lock file that a stage ships for a package manager, null where it ships none.
 * It is read apart from the templates, because it is large and not always wanted.
 */
export function loadLockFile(stack: string, templates: TemplateSet, name: string): string | null {
  const compiledName = templates.at(-1)?.lockFiles[name];
  if (compiledName === undefined) return null;
  return readFileSync(compiledPath(stack, compiledName), 'utf8');
}

function compiledPath(stack: string, name: string): string {
  return join(packageRoot(), 'dist', 'templates', stack, name);
}
