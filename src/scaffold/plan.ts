import { PINNED_NODE } from '../catalog/pinned-node.ts';
import type { PackageManager } from '../catalog/package-managers.ts';
import { STATE_FILE } from '../project/state.ts';
import type { ProjectName } from '../catalog/names.ts';
import type { Resource } from '../catalog/resource.ts';
import type { Stack } from '../catalog/stacks.ts';
import type { Stage } from '../catalog/stages.ts';

/** Where the resource of a project came from. */
export type ResourceSource =
  | { readonly kind: 'preset'; readonly id: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'described' };

/** Every question, answered and validated. */
export interface Answers {
  readonly name: ProjectName;
  readonly stack: Stack;
  readonly stage: Stage;
  readonly resource: Resource;
  readonly resourceSource: ResourceSource;
  readonly packageManager: PackageManager;
}

/** The kit as it runs. */
export interface Kit {
  readonly version: string;
  /** How this run was started, e.g. `npx create-backend-roadmap`. */
  readonly command: string;
  /** The same, fetching exactly this version on another machine. */
  readonly pinnedCommand: string;
}

/** All that decides a project's files: the same plan always renders the same text. */
export interface Plan extends Answers {
  readonly kit: Kit;
  /** The command that makes the same project again. */
  readonly remake: string;
  /** Version of Node that the project brings as a dependency, where the machine's own is too old. */
  readonly nodePin: string | null;
  /** Lessons whose exercises are left open. */
  readonly open: readonly string[];
}

/**
 * Completes the answers to a plan.
 * @param machineNode major version of the Node on the person's own PATH, null where there is none
 * @param open lessons whose exercises are left open; none for a finished project
 */
export function planProject(
  answers: Answers,
  kit: Kit,
  machineNode: number | null,
  open: readonly string[] = [],
): Plan {
  const { program, minimum } = answers.stack.runtime;
  const isTooOld = program === 'node' && (machineNode ?? 0) < minimum;
  return {
    ...answers,
    kit,
    remake: remakeCommand(answers, kit, open),
    nodePin: isTooOld ? PINNED_NODE : null,
    open,
  };
}

function remakeCommand(answers: Answers, kit: Kit, open: readonly string[]): string {
  const { stack, stage, packageManager } = answers;
  const learn = open.length === 0 ? '' : ' --learn';
  const flags = `--stack ${stack.id} --stage ${stage.id} --pm ${packageManager.id}${learn} --yes`;
  return `${kit.pinnedCommand} ${remadeProject(answers)} ${flags}`;
}

/** A resource that no other machine has is read from the project itself, which goes on existing. */
function remadeProject({ resourceSource, name }: Answers): string {
  if (resourceSource.kind === 'preset') return `${name.npm} --resource ${resourceSource.id}`;
  return `${name.npm}-2 --name ${name.npm} --resource ${name.npm}/${STATE_FILE}`;
}
