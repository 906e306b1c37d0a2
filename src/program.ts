import { Command } from 'commander';
import { stages } from './catalog/stages.ts';
import type { CheckFlags } from './commands/check.ts';
import type { VerifyFlags } from './commands/dev-verify.ts';
import type { Context } from './context.ts';
import { UserError } from './errors.ts';
import type { TargetFlags } from './lessons/check-target.ts';
import type { CreateFlags } from './scaffold/flags.ts';
import type { Kit } from './scaffold/plan.ts';
import { describeInvocation } from './system/invocation.ts';
import { packageRoot, packageVersion } from './system/package-root.ts';
import { closestTo } from './system/suggest.ts';

type Finish = (exitCode: number) => void;

/** The command line: each command is loaded only when it is called. */
export function buildProgram(context: Context, finish: Finish): Command {
  const version = packageVersion();
  const kit = { version, ...describeInvocation(context.env, packageRoot(), version) };
  const program = new Command('create-backend')
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: write(context.out.print), writeErr: write(context.out.say) })
    .description('A working backend at any stage of the roadmap, and the way to the next one.')
    .version(version)
    .helpCommand('help [command]', 'the same as --help')
    .option('--debug', 'show the stack of an error')
    .addHelpText(
      'after',
      `\nExample:\n  ${kit.command} my-api --stage sqlite --resource books --yes`,
    );
  addCreate(program, context, kit, finish);
  addList(program, context, finish);
  addDiff(program, context, kit, finish);
  addDoctor(program, context, finish);
  addCheck(program, context, kit, finish);
  addReplay(program, context, finish);
  addDb(program, context, kit, finish);
  addDev(program, context, kit, finish);
  return program;
}

function addCreate(program: Command, context: Context, kit: Kit, finish: Finish): void {
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
    .option('-y, --yes', 'take the default of everything that was not said')
    .option('--dry-run', 'show the files that would be written, write none')
    .option('--json', 'one JSON object on standard output')
    .action(async (directory: string | undefined, options: CreateFlags & { test?: boolean }) => {
      refuseTypo(directory, program);
      const { create } = await import('./commands/create.ts');
      finish(await create(createFlags(directory, options), context, kit));
    });
}

function addList(program: Command, context: Context, finish: Finish): void {
  program
    .command('list')
    .description('stages, stacks and resources')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: { json?: boolean }) => {
      const { list } = await import('./commands/list.ts');
      finish(list(options, context));
    });
}

function addDiff(program: Command, context: Context, kit: Kit, finish: Finish): void {
  program
    .command('diff')
    .description('what a stage changes, and why')
    .argument('<from>', 'a stage')
    .argument('<to>', 'a later stage')
    .option('--stack <id>', 'language and framework')
    .option('--resource <preset|file>', 'what the project serves')
    .option('--stat', 'only the number of lines, file by file')
    .action(async (from: string, to: string, options: object) => {
      const { diff } = await import('./commands/diff.ts');
      finish(diff(from, to, options, context, kit));
    });
}

function addDoctor(program: Command, context: Context, finish: Finish): void {
  program
    .command('doctor')
    .description('what this machine can run, and what mends the rest')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: { json?: boolean }) => {
      const { doctor } = await import('./commands/doctor.ts');
      finish(await doctor(options, context));
    });
}

function addCheck(program: Command, context: Context, kit: Kit, finish: Finish): void {
  program
    .command('check')
    .description('put the questions of the lessons to a running service')
    .argument('[name]', 'a lesson or a check; all that fit the stage where nothing is said')
    .option('--url <url>', 'a service that runs already, made by anybody in any language')
    .option('--start <command>', 'a service to be started by this command, without a shell')
    .option('--migrate <command>', 'with --start: brings the database up to date first')
    .option('--make-admin <command>', 'what makes a user an admin; the e-mail is added to it')
    .option('--stage <id>', 'only what this stage brings; with --url or --start: what to ask up to')
    .option('--resource <preset|file>', 'what the service serves')
    .option('--all', 'also the conformance set, and what waits for long')
    .option('--json', 'one JSON object on standard output')
    .option('--junit <file>', 'write the results as JUnit XML too')
    .option('--bail', 'stop at the first failure')
    .option('--seed <n>', 'repeat the values of an earlier run')
    .option('--timeout <seconds>', 'longest time for one check')
    .action(async (name: string | undefined, options: CheckFlags) => {
      const { check } = await import('./commands/check.ts');
      finish(await check(name, options, context, kit.command));
    });
}

function addDb(program: Command, context: Context, kit: Kit, finish: Finish): void {
  const command = program.command('db').description('a Postgres server for the project');
  const actions = [
    ['start', 'start it, make it where there is none, and print its DATABASE_URL'],
    ['stop', 'stop it; the data stay'],
  ] as const;
  for (const [action, description] of actions) {
    command
      .command(action)
      .description(description)
      .action(async () => {
        const { db } = await import('./commands/db.ts');
        finish(await db(action, context, kit.command));
      });
  }
}

function addReplay(program: Command, context: Context, finish: Finish): void {
  program
    .command('replay')
    .description('set up the situation of a check, and leave the service running to try it by hand')
    .argument('<check>', 'the id of a check')
    .option('--start <command>', 'a service to be started by this command, without a shell')
    .option('--migrate <command>', 'with --start: brings the database up to date first')
    .option('--stage <id>', 'with --start: what the service has reached')
    .option('--resource <preset|file>', 'what the service serves')
    .action(async (name: string, options: TargetFlags) => {
      const { replay } = await import('./commands/replay.ts');
      finish(await replay(name, options, context));
    });
}

function addDev(program: Command, context: Context, kit: Kit, finish: Finish): void {
  program
    .command('dev', { hidden: true })
    .description('for authors of stages, lessons and checks')
    .command('verify')
    .description('prove that solutions pass, and that every mistake is caught and explained')
    .option('--stage <id>', 'the stage; the first where nothing is said')
    .option('--resource <preset|file>', 'what the solution serves')
    .option('--only <mistakes>', 'only these, with commas between them')
    .option('--seed <n>', 'other values than usual')
    .option('--jobs <n>', 'projects that are asked at the same time')
    .option('--write', 'keep the messages as they are now')
    .action(async (options: VerifyFlags) => {
      const { devVerify } = await import('./commands/dev-verify.ts');
      finish(await devVerify(options, context, kit));
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
function refuseTypo(directory: string | undefined, program: Command): void {
  const commands = program.commands.map((command) => command.name());
  const meant = directory === undefined ? null : closestTo(directory, commands);
  if (meant === null) return;
  throw new UserError(
    `"${directory}" is no command, and too close to one to be taken for a folder.`,
    `Did you mean ${meant}? A project of that name is made by ./${directory}`,
  );
}

function write(line: (text: string) => void): (text: string) => void {
  return (text) => line(text.replace(/\n$/, ''));
}
