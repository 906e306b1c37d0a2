import { delimiter, dirname, join } from 'node:path';
import type { AdminCommand } from '../checker/people/admin.ts';
import type { Launch } from '../checker/target.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { KnownProject } from '../project/read-state.ts';
import { ownEnvironment } from '../system/own-environment.ts';
import { ownPrograms as programs } from '../system/process.ts';
import type { TargetFlags } from './check-target.ts';

/** How the service is started: as the flags say, else as the project's commands do. */
export function chooseLaunch(
  { start, migrate }: Pick<TargetFlags, 'start' | 'migrate'>,
  project: KnownProject | null,
  { cwd, env }: Pick<Context, 'cwd' | 'env'>,
): Launch {
  const own = ownEnvironment(env);
  if (start !== undefined) {
    const migration = migrate === undefined ? null : splitWords(migrate);
    return {
      commandLine: splitWords(start),
      migrate: migration,
      commands: {},
      cwd,
      env: own,
      programs,
    };
  }
  const { folder, stack, stage } = project!;
  const [packageManager] = stack.packageManagers;
  const commands = spell(project!.commands, packageManager!.id);
  const commandLine = commands['start'];
  if (commandLine === undefined) throw new UserError('This stack has no start command.');
  // Before there are data there is nothing to migrate.
  const migration = stage.number === 1 ? null : (commands['migrate'] ?? null);
  const projectEnv = projectEnvironment(project!, own);
  return { commandLine, migrate: migration, commands, cwd: folder, env: projectEnv, programs };
}

/** Commands with the program of the package manager in them; any of them runs a project's scripts. */
function spell(commands: KnownProject['commands'], packageManager: string) {
  const entries = Object.entries(commands).map(([name, words]) => [
    name,
    words.map((word) => (word === '{pm}' ? packageManager : word)),
  ]);
  return Object.fromEntries(entries) as KnownProject['commands'];
}

/** What makes an admin: as the flag says, else by the project's command; null where neither is. */
export function chooseAdminCommand(
  { makeAdmin }: Pick<TargetFlags, 'makeAdmin'>,
  project: KnownProject | null,
  { cwd, env }: Pick<Context, 'cwd' | 'env'>,
): AdminCommand | null {
  const own = ownEnvironment(env);
  if (makeAdmin !== undefined)
    return { commandLine: splitWords(makeAdmin), cwd, env: own, programs };
  const commandLine = project?.commands['make-admin'];
  if (project === null || commandLine === undefined) return null;
  return { commandLine, cwd: project.folder, env: projectEnvironment(project, own), programs };
}

/** A runtime that the project pins comes first, then the one that runs the kit. */
export function projectEnvironment(
  { folder, stack }: KnownProject,
  own: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const programs = [join(folder, 'node_modules', '.bin'), dirname(process.execPath)];
  const sooner = Object.entries(stack.startsSooner).map(([name, value]) => [
    name,
    value.replace('{project}', folder),
  ]);
  return {
    ...Object.fromEntries(sooner),
    ...own,
    PATH: [...programs, own['PATH']].join(delimiter),
  };
}

/** Words of a command line; quotes keep spaces together, and nothing else is special. */
export function splitWords(line: string): string[] {
  const words = line.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
