import type { Lesson } from '../../src/lessons/lesson.ts';
import type { Learner } from '../support/learner.ts';
import { typeWell } from './walker.ts';
import { practise } from './work-of-practice.ts';

/** By the solution, or, where there is none, by the work that the lesson is proven with. */
export async function asTheKit(learner: Learner, { id, kind, stage }: Lesson): Promise<void> {
  if (kind === 'code') await typeWell(learner, 'solution', '--apply');
  if (kind === 'practice') await practise(learner, stage, id);
}
