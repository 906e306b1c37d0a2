import { spellProjectName } from '../../src/catalog/names.ts';
import { parseResource } from '../../src/catalog/parse-resource.ts';
import { presets } from '../../src/catalog/presets.ts';
import type { Resource } from '../../src/catalog/resource.ts';
import { stacks } from '../../src/catalog/stacks.ts';
import { findStage } from '../../src/catalog/stages.ts';
import { planProject, type Answers, type Plan } from '../../src/scaffold/plan.ts';

export const kit = {
  version: '1.2.3',
  command: 'npx create-backend-roadmap',
  pinnedCommand: 'npx create-backend-roadmap@1.2.3',
};

/** The resource of a schema that is known to be valid. */
export function resourceFrom(schema: unknown): Resource {
  const { resource, problems } = parseResource(schema);
  if (resource === null) throw new Error(JSON.stringify(problems));
  return resource;
}

/** What `my-api --yes` would answer, but for what is given. */
export function answers(said: Partial<Answers> = {}): Answers {
  return {
    name: spellProjectName('my-api'),
    stack: stacks[0]!,
    stage: findStage('in-memory')!,
    resource: resourceFrom(presets['tasks']),
    resourceSource: { kind: 'preset', id: 'tasks' },
    packageManager: stacks[0]!.packageManagers[0]!,
    ...said,
  };
}

/** The plan of those answers on a machine that has Node 24. */
export function plan(said: Partial<Answers> = {}, machineNode: number | null = 24): Plan {
  return planProject(answers(said), kit, machineNode);
}
