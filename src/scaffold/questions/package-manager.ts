import type { PackageManager } from '../../catalog/package-managers.ts';
import type { Stack } from '../../catalog/stacks.ts';
import { UserError } from '../../errors.ts';
import { findProgram } from '../../system/own-environment.ts';
import { suggest } from '../../system/suggest.ts';
import type { Interview } from '../interview.ts';

/** One of the package managers of the stack; only those that this machine has are offered. */
export async function answerPackageManager(
  interview: Interview,
  stack: Stack,
  env: NodeJS.ProcessEnv,
): Promise<PackageManager> {
  const { pm } = interview.flags;
  if (pm !== undefined) return requirePackageManager(stack, pm);
  const found = stack.packageManagers.filter(({ id }) => findProgram(id, env) !== null);
  const offered = found.length === 0 ? [stack.packageManagers[0]!] : found;
  const choices = offered.map((value) => ({ value, label: value.id }));
  return interview.choose('Which package manager?', '--pm', choices, ({ id }) => id);
}

function requirePackageManager(stack: Stack, id: string): PackageManager {
  const known = stack.packageManagers.find((manager) => manager.id === id);
  if (known !== undefined) return known;
  const ids = stack.packageManagers.map((manager) => manager.id);
  throw new UserError(
    `There is no package manager "${id}" for ${stack.language}.`,
    `${suggest(id, ids)}There are ${ids.join(', ')}.`,
  );
}
