import type { CourseWiring } from './teaching.ts';

/** Adds to the commands of a class those that grade. */
export function addGrading({ course, context, finish }: CourseWiring): void {
  course
    .command('grade-one', { hidden: true })
    .description('put the checks to one submission; `grade` runs it')
    .argument('<job>', 'a file that says what is to be done')
    .action(async (job: string) => {
      const { gradeOne } = await import('../commands/class-grade-one.ts');
      finish(await gradeOne(job, context));
    });
  course
    .command('canaries', { hidden: true })
    .description('try to break out of the sandbox; `grade` runs it')
    .argument('<job>', 'a file that says what to try')
    .action(async (job: string) => {
      const { canaries } = await import('../commands/class-canaries.ts');
      finish(await canaries(job, context));
    });
}
