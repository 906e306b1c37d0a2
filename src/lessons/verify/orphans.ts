import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findStack } from '../../catalog/stacks.ts';
import { stageFolder, type Stage } from '../../catalog/stages.ts';
import type { PlacedCheck } from '../../checker/check.ts';
import { startCheck } from '../../checker/start-check.ts';
import { packageRoot } from '../../system/package-root.ts';
import { fitsStage, introducedAt, type Mistake } from '../mistakes.ts';
import { fieldKinds } from '../plant.ts';

/** What a stage says, before anything is run. */
export interface StageSayings {
  readonly stage: Stage;
  /** All that a project of the stage is asked. */
  readonly checks: readonly PlacedCheck[];
  /** The mistakes of all stages. */
  readonly mistakes: readonly Mistake[];
}

/** Remarks on what belongs to nothing: checks without a mistake, mistakes without a check, names. */
export function orphanRemarks({ stage, checks, mistakes }: StageSayings): string[] {
  const own = mistakes.filter((mistake) => introducedAt(mistake.stage) === stage.number);
  const introduced = checks.filter(({ from }) => from === stage.number);
  const caught = new Set(mistakes.map(({ check }) => check));
  const asked = new Set([startCheck, ...checks].map(({ id }) => id));
  return [
    ...introduced.filter(({ id }) => !caught.has(id)).map(({ id }) => `${id} catches no mistake`),
    ...own
      .filter(({ check }) => !asked.has(check))
      .map(({ id, check }) => `${id} names ${check}, which is not asked at this stage`),
    ...repeated([...checks, ...mistakes].map(({ id }) => id)).map((id) => `${id} names two things`),
    ...own.flatMap((mistake) => mistakeRemarks(mistake)),
  ];
}

/** Remarks on lessons whose folder holds checks or mistakes, and that nobody asks; or the reverse. */
export function folderRemarks({ stage, checks, mistakes }: StageSayings): string[] {
  const root = join(packageRoot(), 'lessons', stageFolder(stage));
  const asked = lessonsOf(checks.filter(({ from }) => from === stage.number));
  const planted = lessonsOf(mistakes.filter((mistake) => mistake.stage === stageFolder(stage)));
  const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'checks.ts')));
  return [
    ...folders.filter((name) => !asked.includes(name)).map((name) => `${name} is not asked`),
    ...asked.filter((name) => !folders.includes(name)).map((name) => `${name} has no folder`),
    ...planted.filter((name) => !asked.includes(name)).map((name) => `${name} has no checks`),
  ];
}

function mistakeRemarks({ id, edits, impossible = {}, needs = [], ...mistake }: Mistake): string[] {
  const stackIds = [...Object.keys(edits), ...Object.keys(impossible)];
  const strangers = stackIds.filter((stack) => findStack(stack) === undefined);
  const unknown = needs.filter((kind) => !fieldKinds.includes(kind));
  const fits = fitsStage({ id, edits, ...mistake }, introducedAt(mistake.stage));
  return [
    ...strangers.map((stack) => `${id} says "${stack}", which is no stack and no key`),
    ...unknown.map((kind) => `${id} needs "${kind}", which is no kind of field`),
    ...(fits ? [] : [`${id} fits no stage: it ends before it begins`]),
  ];
}

function lessonsOf(things: readonly { readonly lesson: string | null }[]): string[] {
  return [...new Set(things.flatMap(({ lesson }) => lesson ?? []))];
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}
