import type { ExportFlags } from '../commands/export-lessons.ts';
import type { Wiring } from './wiring.ts';

/** Adds the commands that only tell: what there is, what stages change, what this machine can run. */
export function addInformation(wiring: Wiring): void {
  addList(wiring);
  addDiff(wiring);
  addDoctor(wiring);
  addLessons(wiring);
}

function addList({ program, context, finish }: Wiring): void {
  program
    .command('list')
    .description('stages, stacks and resources')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: { json?: boolean }) => {
      const { list } = await import('../commands/list.ts');
      finish(list(options, context));
    });
}

function addDiff({ program, context, kit, finish }: Wiring): void {
  program
    .command('diff')
    .description('what a stage changes, and why')
    .argument('<from>', 'a stage')
    .argument('<to>', 'a later stage')
    .option('--stack <id>', 'language and framework')
    .option('--resource <preset|file>', 'what the project serves')
    .option('--stat', 'only the number of lines, file by file')
    .action(async (from: string, to: string, options: object) => {
      const { diff } = await import('../commands/diff.ts');
      finish(diff(from, to, options, context, kit));
    });
}

function addDoctor({ program, context, finish }: Wiring): void {
  program
    .command('doctor')
    .description('what this machine can run, and what mends the rest')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: { json?: boolean }) => {
      const { doctor } = await import('../commands/doctor.ts');
      finish(await doctor(options, context));
    });
}

function addLessons({ program, context, kit, finish }: Wiring): void {
  program
    .command('lessons')
    .description('the lessons beside a project')
    .command('export')
    .description('write all of them as a static site, for the web page of a course')
    .argument('<directory>', 'a new folder, or one of an earlier export')
    .option('--name <name>', 'what the site is called')
    .option('--resource <preset|file>', 'what the project of the texts serves')
    .action(async (directory: string, options: ExportFlags) => {
      const { exportLessons } = await import('../commands/export-lessons.ts');
      finish(await exportLessons(directory, options, context, kit));
    });
}
