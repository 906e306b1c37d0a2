import { stages } from '../catalog/stages.ts';
import { UserError } from '../errors.ts';
import type { CreateFlags } from '../scaffold/flags.ts';
import { closestTo } from '../system/suggest.ts';
import type { Wiring } from './wiring.ts';

/** Adds what makes a project: the command line without a command. */
export function addCreating({ program, context, kit, finish }: Wiring): void {
  program
    .argument('[directory]', 'folder of the new project; its name too')
    .option('--name <name>', 'name of the project, where it differs from the folder')
    .option('--stack <id>', 'language and framework')
    .option('--stage <id>', stages.map(({ id }) => id).join(', '))
    .option('--resource <preset|file>', 'tasks, notes, books, members, products, or a JSON Schema')
    .option('--pm <id>', 'package manager: npm, pnpm, yarn, bun')
    .option('--git', 'make a git repository, even inside another one')
    .option('--no-git', 'make no git repository')
    .option('--install', 'install the dependencies and run the tests, unasked')
    .option('--no-install', 'install nothing (and run no tests)')
    .option('--no-test', 'do not run the tests')
    .option('--merge-into <directory>', 'add the absent files to a folder, overwrite nothing')
    .option('--learn', 'leave the lessons of the stage for you to do, the first stage first')
    .option('-y, --yes', 'take the default of everything that was not said')
    .option('--dry-run', 'show the files that would be written, write none')
    .option('--json', 'one JSON object on standard output')
    .action(async (directory: string | undefined, options: CreateFlags & { test?: boolean }) => {
      const commands = program.commands.map((command) => command.name());
      refuseTypo(directory, commands);
      const { create } = await import('../commands/create.ts');
      finish(await create(createFlags(directory, options), context, kit));
    });
}

/** `--no-test` makes commander default `test` to true; only an explicit false was said. */
function createFlags(directory: string | undefined, options: CreateFlags): CreateFlags {
  const { test, ...said } = options;
  return {
    ...said,
    ...(directory === undefined ? {} : { directory }),
    ...(test === false ? { test } : {}),
  };
}

/** A directory that looks like a mistyped command is refused, with both ways out. */
function refuseTypo(directory: string | undefined, commands: readonly string[]): void {
  const meant = directory === undefined ? null : closestTo(directory, commands);
  if (meant === null) return;
  throw new UserError(
    `"${directory}" is no command, and too close to one to be taken for a folder.`,
    `Did you mean ${meant}? A project of that name is made by ./${directory}`,
  );
}
