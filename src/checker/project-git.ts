import { Git } from '../project/git.ts';
import type { Target } from './target.ts';

/** Git in the project of a target; undefined where its source is not here. */
export function gitOf({ project, launch }: Target, signal: AbortSignal): Git | undefined {
  if (project === null || launch === null) return undefined;
  return new Git({ run: launch.programs.run, env: launch.env, signal }, project);
}
