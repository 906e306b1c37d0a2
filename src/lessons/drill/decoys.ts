import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Random } from '../../checker/values/random.ts';
import type { Plan } from '../../scaffold/plan.ts';
import type { Files } from '../../scaffold/render.ts';
import { packageRoot } from '../../system/package-root.ts';
import type { Mistake } from '../mistakes.ts';
import { tryToPlant } from '../plant.ts';

/** A change that does no harm, so that the harmful one does not stand alone in its commit. */
export type Decoy = Pick<Mistake, 'id' | 'edits'>;

/** Most that stand beside one mistake. */
const MOST = 3;

const requireCompiled = createRequire(import.meta.url);

/** Every harmless change that the kit knows. */
export function loadDecoys(): readonly Decoy[] {
  return requireCompiled(join(packageRoot(), 'dist', 'decoys.cjs')) as Decoy[];
}

/** The files with some harmless changes in them, drawn from those that fit. */
export function addDecoys(files: Files, plan: Plan, random: Random): Files {
  const left = [...loadDecoys()];
  let changed = files;
  for (let added = 0; added < MOST && left.length > 0;) {
    const [decoy] = left.splice(random.between(0, left.length - 1), 1);
    const more = tryToPlant(decoy!, plan, changed);
    if (more === null) continue;
    changed = more;
    added++;
  }
  return changed;
}
