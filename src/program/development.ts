import type { VerifyFlags } from '../commands/dev-verify.ts';
import type { Wiring } from './wiring.ts';

/** Adds what authors of stages, lessons and checks use; it is not listed. */
export function addDevelopment({ program, context, kit, finish }: Wiring): void {
  program
    .command('dev', { hidden: true })
    .description('for authors of stages, lessons and checks')
    .command('verify')
    .description('prove that solutions pass, and that every mistake is caught and explained')
    .option('--stack <id>', 'whose solutions; those of the first where nothing is said')
    .option('--stage <id>', 'one stage; all where nothing is said')
    .option('--resource <preset|file>', 'what the solution serves')
    .option('--lessons', 'what lessons leave open, instead of mistakes')
    .option('--only <names>', 'only these mistakes or lessons, with commas between them')
    .option('--fast', 'the first stage, and the lessons that differ from the main branch')
    .option('--flakes <n>', 'ask the solutions so often, each time with other values')
    .option('--seed <n>', 'other values than usual')
    .option('--jobs <n>', 'projects that are asked at the same time')
    .option('--write', 'keep the messages as they are now')
    .action(async (options: VerifyFlags) => {
      const { devVerify } = await import('../commands/dev-verify.ts');
      finish(await devVerify(options, context, kit));
    });
}
