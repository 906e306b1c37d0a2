import type { DiaryFlags } from '../commands/diary.ts';
import type { DrillFlags } from '../commands/drill.ts';
import type { MailFlags } from '../commands/mail.ts';
import type { Wiring } from './wiring.ts';

/** Adds the commands for what a learner does alone, beside the lessons. */
export function addPractising(wiring: Wiring): void {
  addSandbox(wiring);
  addMail(wiring);
  addDiary(wiring);
  addDrill(wiring);
}

function addMail({ program, context, kit, finish }: Wiring): void {
  program
    .command('mail')
    .description('a letter from a customer, at the end of a stage: a change to make alone')
    .option('--seed <n>', 'draw the same letter again')
    .option('--anyway', 'although lessons of the stage are to be done')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: MailFlags) => {
      const { mail } = await import('../commands/mail.ts');
      finish(await mail(options, context, kit));
    });
}

function addDiary({ program, context, kit, finish }: Wiring): void {
  program
    .command('diary')
    .description('what went wrong so far, its story, and the commit that mended it')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: DiaryFlags) => {
      const { diary } = await import('../commands/diary.ts');
      finish(await diary(options, context, kit));
    });
}

function addDrill({ program, context, kit, finish }: Wiring): void {
  const command = program
    .command('drill')
    .description('find a mistake that was planted, from what users report');
  command
    .command('start')
    .description('plant one, among harmless changes, in a commit')
    .argument('[number]', 'that of `drill list`; one is drawn where nothing is said')
    .option('--seed <n>', 'draw the same one again')
    .action(async (number: string | undefined, options: DrillFlags) => {
      const { startDrill } = await import('../commands/drill.ts');
      finish(await startDrill(number, options, context, kit));
    });
  command
    .command('status', { isDefault: true })
    .description('whether it is mended, and a new test of yours would have caught it')
    .action(async () => {
      const { drillStatus } = await import('../commands/drill.ts');
      finish(await drillStatus(context, kit));
    });
  command
    .command('give-up')
    .description('tell what it was, and take it out')
    .action(async () => {
      const { giveUpDrill } = await import('../commands/drill.ts');
      finish(await giveUpDrill(context));
    });
  command
    .command('list')
    .description('what users would report of each that fits the project')
    .action(async () => {
      const { listDrills } = await import('../commands/drill.ts');
      finish(listDrills(context));
    });
}

function addSandbox({ program, context, kit, finish }: Wiring): void {
  program
    .command('practice')
    .description('a repository with a conflict in it, to resolve it without fear')
    .option('--again', 'begin anew')
    .action(async (options: { again?: boolean }) => {
      const { practice } = await import('../commands/practice.ts');
      finish(await practice(options, context, kit.command));
    });
}
