import type { Random } from '../../checker/values/random.ts';
import { UserError } from '../../errors.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { fitsStage, introducedAt, loadMistakes, type Mistake } from '../mistakes.ts';
import { missingOccasion } from '../plant.ts';
import { readProgress } from '../learner/progress.ts';
import type { Drills } from './drill.ts';

/** A mistake that users would notice. */
export type Drillable = Mistake & { readonly symptom: string };

/** What can be drilled in a project: of each lesson that its learner is through with. */
export function drillable(project: KnownProject): readonly Drillable[] {
  return fittingDrills(project).filter(learnedIn(project));
}

/** Whatever can be drilled in projects of a stack, a stage and a resource. */
export function fittingDrills({
  stack,
  stage,
  resource,
}: Pick<KnownProject, 'stack' | 'stage' | 'resource'>): readonly Drillable[] {
  return loadMistakes().filter(
    (mistake): mistake is Drillable =>
      mistake.symptom !== undefined &&
      mistake.edits[stack.id] !== undefined &&
      fitsStage(mistake, stage.number) &&
      missingOccasion(mistake, resource) === null,
  );
}

/**
 * Draws one that has not been drilled yet.
 * @param number that of `drill list`, from 1; absent to have one drawn
 * @throws UserError where there is none
 */
export function chooseDrill(
  choices: readonly Drillable[],
  { done, givenUp }: Drills,
  random: Random,
  number?: number,
): Drillable {
  if (number !== undefined) {
    const chosen = choices[number - 1];
    if (chosen !== undefined) return chosen;
    throw new UserError(`There is no drill ${number}.`, 'They are numbered in: drill list');
  }
  const over = new Set([...done, ...givenUp]);
  const fresh = choices.filter(({ id }) => !over.has(id));
  if (fresh.length > 0) return random.pick(fresh);
  const why = choices.length === 0 ? 'no lesson is done yet' : 'all of them were drilled';
  throw new UserError(`There is nothing to drill: ${why}.`, 'Go on with the lessons: lesson');
}

/** Of a finished project everything counts as learned. */
function learnedIn({ folder, stage, open }: KnownProject): (mistake: Mistake) => boolean {
  const done = readProgress(folder)?.done ?? {};
  return ({ stage: from, lesson }) =>
    open.length === 0 ||
    introducedAt(from) < stage.number ||
    (lesson !== null && Object.hasOwn(done, lesson));
}
