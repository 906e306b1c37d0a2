import { randomFrom } from '../checker/values/random.ts';
import type { Context } from '../context.ts';
import { meetLearner, remember } from '../lessons/learner/learner.ts';
import { lessonsToRecall, recall } from '../lessons/learner/review.ts';
import { loadLessons } from '../lessons/load-lessons.ts';
import type { Kit } from '../scaffold/plan.ts';

/** Turns the questions off. */
const SETTING = 'CREATE_BACKEND_REVIEW';
const MAX_SEED = 2 ** 31 - 1;

/** On a new stage, asks two questions about earlier lessons, where somebody sits at a terminal. */
export async function review(context: Context, kit: Kit): Promise<void> {
  if (context.prompt === null || context.env[SETTING] === 'off') return;
  const learner = await meetLearner(context, kit);
  const { progress, project } = learner;
  const random = randomFrom(Math.floor(Math.random() * MAX_SEED), 'review');
  const lessons = lessonsToRecall(progress, loadLessons(), project.stage, random);
  if (lessons.length === 0) return;
  remember(learner, await recall(lessons, progress, project.stage, await context.prompt()));
}
