import { isDeepStrictEqual } from 'node:util';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spellProjectName } from '../catalog/names.ts';
import { PINNED_NODE } from '../catalog/pinned-node.ts';
import { presets } from '../catalog/presets.ts';
import type { KnownProject } from '../project/read-state.ts';
import { readJsonFile } from '../system/read-json.ts';
import { PACKAGE } from '../system/invocation.ts';
import { planProject, type Kit, type Plan, type ResourceSource } from './plan.ts';

/**
 * The plan by which the running kit would make a project that is there already: rendered, it is
 * what the project was before anybody edited it.
 */
export function planOfProject(project: KnownProject, kit: Kit): Plan {
  const { name, stack, stage, resource, packageManager, open } = project;
  const resourceSource = sourceOf(resource.schema);
  const spelled = spellProjectName(name);
  const answers = { name: spelled, stack, stage, resource, resourceSource, packageManager };
  const plan = planProject(answers, kit, Infinity, open);
  return { ...plan, nodePin: pinsNode(project) ? PINNED_NODE : null };
}

/**
 * The plan with the version and the command that the project's README has, where it has them: the
 * kit that made it may have been another one.
 * @param version that the state file names
 */
export function asRecorded(plan: Plan, version: string, readme: string): Plan {
  const line = new RegExp(`^(\\S.*${PACKAGE}@\\S+) .*$`, 'm').exec(readme);
  if (line === null) return plan;
  const [remake, pinnedCommand] = line;
  return { ...plan, remake, kit: { ...plan.kit, version, pinnedCommand: pinnedCommand! } };
}

function sourceOf(schema: object): ResourceSource {
  const preset = Object.entries(presets).find(([, known]) => isDeepStrictEqual(known, schema));
  return preset === undefined ? { kind: 'described' } : { kind: 'preset', id: preset[0] };
}

/** Whether the project brings a Node of its own, because that of its first machine was too old. */
function pinsNode({ folder, stack }: KnownProject): boolean {
  const path = join(folder, stack.manifestFile);
  if (stack.runtime.program !== 'node' || !existsSync(path)) return false;
  const manifest = readJsonFile(path, stack.manifestFile) as PinningManifest | null;
  return manifest?.devDependencies?.['node'] !== undefined;
}

interface PinningManifest {
  readonly devDependencies?: Readonly<Record<string, string>>;
}
