import type { DiaryFlags } from '../commands/diary.ts';
import type { MailFlags } from '../commands/mail.ts';
import type { Wiring } from './wiring.ts';

/** Adds the commands for what a learner does alone, beside the lessons. */
export function addPractising(wiring: Wiring): void {
  addMail(wiring);
  addDiary(wiring);
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
