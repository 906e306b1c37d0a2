import type { CheckFlags } from '../commands/check.ts';
import type { TargetFlags } from '../lessons/check-target.ts';
import type { Wiring } from './wiring.ts';

/** Adds the commands that run a service: to question it, to try it by hand, to give it a database. */
export function addChecking(wiring: Wiring): void {
  addCheck(wiring);
  addReplay(wiring);
  addDb(wiring);
}

function addCheck({ program, context, kit, finish }: Wiring): void {
  program
    .command('check')
    .description('put the questions of the lessons to a running service')
    .argument(
      '[name]',
      'a lesson or a check; else all up to the lesson at hand, or that fit the stage',
    )
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
    .option('--watch', 'ask about the lesson at hand after each save')
    .action(async (name: string | undefined, options: CheckFlags & { watch?: boolean }) => {
      if (options.watch) {
        const { watch } = await import('../commands/watch.ts');
        return finish(await watch(context, kit));
      }
      const { check } = await import('../commands/check.ts');
      finish(await check(name, options, context, kit));
    });
}

function addReplay({ program, context, finish }: Wiring): void {
  program
    .command('replay')
    .description('set up the situation of a check, and leave the service running to try it by hand')
    .argument('<check>', 'the id of a check')
    .option('--start <command>', 'a service to be started by this command, without a shell')
    .option('--migrate <command>', 'with --start: brings the database up to date first')
    .option('--stage <id>', 'with --start: what the service has reached')
    .option('--resource <preset|file>', 'what the service serves')
    .action(async (name: string, options: TargetFlags) => {
      const { replay } = await import('../commands/replay.ts');
      finish(await replay(name, options, context));
    });
}

function addDb({ program, context, kit, finish }: Wiring): void {
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
        const { db } = await import('../commands/db.ts');
        finish(await db(action, context, kit.command));
      });
  }
}
