import { addDecoys } from '../../lessons/drill/decoys.ts';
import { fittingDrills, type Drillable } from '../../lessons/drill/choose-drill.ts';
import { tryToPlant } from '../../lessons/plant.ts';
import type { Plan } from '../../scaffold/plan.ts';
import type { Files } from '../../scaffold/render.ts';
import type { Random } from '../../checker/values/random.ts';
import { chanceOf, type StudentWork } from '../course/student-work.ts';

/** A mistake that was drawn for a student, and the project with it. */
export interface Incident {
  readonly mistake: Drillable;
  readonly files: Files;
}

/**
 * Plants one of the mistakes that the assignment's lessons know, among harmless changes: the same
 * one whenever it is drawn for the same student.
 * @param solution the project without it
 */
export function drawIncident(work: StudentWork, plan: Plan, solution: Files): Incident {
  const random = chanceOf(work, 'incident');
  for (const mistake of shuffled(candidates(work, plan), random)) {
    const planted = tryToPlant(mistake, plan, solution);
    if (planted !== null) return { mistake, files: addDecoys(planted, plan, random) };
  }
  throw new Error(`no mistake fits ${work.assignment.id} with ${work.variant.name}`);
}

/** Those of the assignment's lessons; where they have none, all that fit the stage. */
function candidates({ assignment }: StudentWork, plan: Plan): readonly Drillable[] {
  const all = fittingDrills(plan);
  const own = all.filter(({ lesson }) => lesson !== null && assignment.lessons.includes(lesson));
  return own.length > 0 ? own : all;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.between(0, left.length - 1), 1)[0]!);
}
