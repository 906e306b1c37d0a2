import type { BackFlags } from '../commands/back.ts';
import type { UpgradeFlags } from '../commands/upgrade.ts';
import type { Wiring } from './wiring.ts';

/** Adds the commands that take a project to another stage. */
export function addMoving(wiring: Wiring): void {
  addUpgrade(wiring);
  addBack(wiring);
}

function addUpgrade({ program, context, kit, finish }: Wiring): void {
  program
    .command('upgrade')
    .description('take the project to the next stage, with all that you have changed')
    .option('--to <stage>', 'a later stage than the next')
    .option('--anyway', 'although checks fail')
    .option('--dry-run', 'only show what would change, and where it conflicts')
    .option('--no-install', 'install nothing afterwards (and run no tests and checks)')
    .option('--keep <files...>', 'in a conflict: your version of these files stands')
    .option('--take <files...>', "the kit's version stands, yours is kept on a branch")
    .option('--continue', 'complete the move once its conflicts are resolved')
    .option('--abort', 'give the move up: the project is as it was before')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: UpgradeFlags) => {
      const { upgradeProject } = await import('../commands/upgrade.ts');
      finish(await upgradeProject(options, context, kit));
    });
}

function addBack({ program, context, kit, finish }: Wiring): void {
  program
    .command('back')
    .description('take the project back to the stage before')
    .option('--no-install', 'install nothing afterwards (and run no tests and checks)')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: BackFlags) => {
      const { back } = await import('../commands/back.ts');
      finish(await back(options, context, kit));
    });
}
