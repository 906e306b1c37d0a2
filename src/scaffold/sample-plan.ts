import { spellProjectName } from '../catalog/names.ts';
import type { Stack } from '../catalog/stacks.ts';
import type { Stage } from '../catalog/stages.ts';
import { planProject, type Kit, type Plan } from './plan.ts';
import { resourceOf } from './questions/resource.ts';

/**
 * The plan of a project that nobody has, to show what one would look like.
 * @param resource a preset, or the path of a description
 */
export function samplePlan(
  { stack, stage, resource }: { stack: Stack; stage: Stage; resource: string },
  cwd: string,
  kit: Kit,
): Plan {
  const answers = {
    name: spellProjectName('my-api'),
    stack,
    stage,
    ...resourceOf(resource, cwd),
    packageManager: stack.packageManagers[0]!,
  };
  return planProject(answers, kit, stack.runtime.minimum);
}
