import type { ClassGradeFlags } from '../commands/class-grade.ts';
import type { CourseWiring } from './teaching.ts';

/** Adds to the commands of a course those that grade. */
export function addGrading(wiring: CourseWiring): void {
  addGrade(wiring);
  addInCell(wiring);
}

function addGrade({ course, context, kit, finish }: CourseWiring): void {
  course
    .command('grade')
    .description('run the submissions in a sandbox, put the checks to them, and count the points')
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--submissions <directory>', 'folders, zip files or clones, one for each student')
    .option('--jobs <n>', 'how many submissions at once; half the processors where nothing is said')
    .option('--seed <n>', 'the same values for everybody, as in an earlier grading')
    .option('--timeout <seconds>', 'longest time for all checks of a submission')
    .option('--offline', 'install packages from what was fetched before')
    .option('--json', 'one JSON object on standard output')
    .option('--unsafe', 'run the submissions with all your rights, without a sandbox')
    .action(async (options: ClassGradeFlags) => {
      const { classGrade } = await import('../commands/class-grade.ts');
      finish(await classGrade(options, context, kit));
    });
}

function addInCell({ course, context, finish }: CourseWiring): void {
  course
    .command('in-cell', { hidden: true })
    .description('what `grade` runs in a process of its own')
    .argument('<task>')
    .argument('<job>', 'a file that says what is to be done')
    .action(async (task: string, job: string) => {
      const { inCell } = await import('../commands/class-in-cell.ts');
      finish(await inCell(task, job, context));
    });
}
