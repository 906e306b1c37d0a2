import type { HintFlags } from '../commands/hint.ts';
import type { LessonFlags } from '../commands/lesson.ts';
import type { NextFlags } from '../commands/next.ts';
import type { OpenFlags } from '../commands/open-lesson.ts';
import type { SolutionFlags } from '../commands/solution.ts';
import type { Wiring } from './wiring.ts';

/** Adds the commands that carry a learner through the lessons of a project. */
export function addLearning(wiring: Wiring): void {
  addLesson(wiring);
  addStatus(wiring);
  addHint(wiring);
  addSolution(wiring);
  addReset(wiring);
  addNext(wiring);
}

function addLesson({ program, context, kit, finish }: Wiring): void {
  program
    .command('lesson')
    .description('read the lesson at hand, or another one')
    .argument('[lesson]', 'its id or the beginning of it; sqlite/01 for one of another stage')
    .option('--answer', 'only the question to recall it by, with its answer')
    .option('--open', 'in the browser, live beside your editor')
    .option('--port <number>', 'with --open: the port to serve the pages on')
    .option('--json', 'one JSON object on standard output')
    .action(async (name: string | undefined, options: LessonFlags & OpenFlags) => {
      if (options.open) {
        const { openLesson } = await import('../commands/open-lesson.ts');
        return finish(await openLesson(name, options, context, kit));
      }
      const { lesson } = await import('../commands/lesson.ts');
      finish(await lesson(name, options, context, kit));
    });
}

function addStatus({ program, context, kit, finish }: Wiring): void {
  program
    .command('status')
    .description('the roadmap as a map: done, here, to come; and which files are yours')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: { json?: boolean }) => {
      const { status } = await import('../commands/status.ts');
      finish(await status(options, context, kit));
    });
}

function addHint({ program, context, kit, finish }: Wiring): void {
  program
    .command('hint')
    .description('a nudge, then a pointer, then nearly the code: one more each time')
    .argument('[lesson]', 'that at hand where nothing is said')
    .option('--all', 'all of them at once')
    .option('--json', 'one JSON object on standard output')
    .action(async (name: string | undefined, options: HintFlags) => {
      const { hint } = await import('../commands/hint.ts');
      finish(await hint(name, options, context, kit));
    });
}

function addSolution({ program, context, kit, finish }: Wiring): void {
  program
    .command('solution')
    .description('what the solution of a lesson changes in your code')
    .argument('[lesson]', 'that at hand where nothing is said')
    .option('--apply', 'make it so, as a commit; what you had is committed before')
    .option('--json', 'one JSON object on standard output')
    .action(async (name: string | undefined, options: SolutionFlags) => {
      const { solution } = await import('../commands/solution.ts');
      finish(await solution(name, options, context, kit));
    });
}

function addReset({ program, context, kit, finish }: Wiring): void {
  program
    .command('reset')
    .description('put the starter of a lesson back; what you had is kept on a branch')
    .argument('<lesson>', 'a lesson of the stage')
    .option('--json', 'one JSON object on standard output')
    .action(async (name: string, options: { json?: boolean }) => {
      const { reset } = await import('../commands/reset.ts');
      finish(await reset(name, options, context, kit));
    });
}

function addNext({ program, context, kit, finish }: Wiring): void {
  program
    .command('next')
    .description('go to the next lesson, once the checks of all so far are green')
    .option('--anyway', 'go on although checks fail')
    .option('--yes', 'at the end of a stage: take the project to the next one, without a question')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: NextFlags) => {
      const { next } = await import('../commands/next.ts');
      finish(await next(options, context, kit));
    });
}
