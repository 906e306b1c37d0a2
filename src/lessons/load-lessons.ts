import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findStage, stageFolder, stages, type Stage } from '../catalog/stages.ts';
import { UserError } from '../errors.ts';
import { packageRoot } from '../system/package-root.ts';
import { suggest } from '../system/suggest.ts';
import { introducedAt } from './mistakes.ts';
import type { Lesson, StageLessons } from './lesson.ts';

const requireCompiled = createRequire(import.meta.url);

/** The lessons and the gate of a stage, as the build compiled them. */
export function loadStageLessons(stage: Stage): StageLessons {
  const path = join(packageRoot(), 'dist', 'lessons', `${stageFolder(stage)}.cjs`);
  return requireCompiled(path) as StageLessons;
}

/** Every lesson of the curriculum, in order. */
export function loadLessons(): readonly Lesson[] {
  return stages.flatMap((stage) => loadStageLessons(stage).lessons);
}

/** The stage that a lesson belongs to. */
export function stageOf({ stage }: Pick<Lesson, 'stage'>): Stage {
  return findStage(String(introducedAt(stage)))!;
}

/**
 * The lesson that was named: by its id, by the beginning of it (`03`), or with its stage before it
 * (`sqlite/01-it-forgets`). Where several begin alike, that of the given stage is meant.
 * @throws UserError that lists what there is
 */
export function requireLesson(name: string, near: Stage): Lesson {
  const [stageName, id] = name.includes('/') ? name.split('/', 2) : [near.id, name];
  const stage = findStage(stageName!) ?? near;
  const nearLessons = loadStageLessons(stage).lessons;
  const all = loadLessons();
  const found =
    all.find((lesson) => lesson.id === id) ?? nearLessons.find((lesson) => matches(lesson, id!));
  if (found !== undefined) return found;
  const ids = all.map((lesson) => lesson.id);
  const known = nearLessons.map((lesson) => lesson.id).join(', ');
  throw new UserError(
    `There is no lesson "${name}".`,
    `${suggest(id!, ids)}Stage ${stage.id} has ${known || 'none'}.`,
  );
}

function matches({ id }: Lesson, name: string): boolean {
  return name !== '' && (id.startsWith(name) || id.slice(id.indexOf('-') + 1).startsWith(name));
}
