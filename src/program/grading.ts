import type { GradingFlags } from '../commands/class-grading.ts';
import type { ClassRegradeFlags } from '../commands/class-regrade.ts';
import type { CourseWiring } from './teaching.ts';

/** Adds to the commands of a course those that grade. */
export function addGrading(wiring: CourseWiring): void {
  addGrade(wiring);
  addRegrade(wiring);
  addInCell(wiring);
}

function addGrade({ course, context, kit, finish }: CourseWiring): void {
  const command = course
    .command('grade')
    .description('run the submissions in a sandbox, put the checks to them, and count the points');
  withGradingFlags(command).action(async (options: GradingFlags) => {
    const { classGrade } = await import('../commands/class-grade.ts');
    finish(await classGrade(options, context, kit));
  });
}

function addRegrade({ course, context, kit, finish }: CourseWiring): void {
  const command = course
    .command('regrade')
    .description('ask all submissions once more, and tell which grades would be others, and why')
    .option('--write', 'write the new grades');
  withGradingFlags(command).action(async (options: ClassRegradeFlags) => {
    const { classRegrade } = await import('../commands/class-regrade.ts');
    finish(await classRegrade(options, context, kit));
  });
}

function withGradingFlags(command: CourseWiring['course']) {
  return command
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--submissions <directory>', 'folders, zip files or clones, one for each student')
    .option('--jobs <n>', 'how many submissions at once; half the processors where nothing is said')
    .option('--seed <n>', 'the same values for everybody, as in an earlier grading')
    .option('--timeout <seconds>', 'longest time for all checks of a submission')
    .option('--offline', 'install packages from what was fetched before')
    .option('--json', 'one JSON object on standard output')
    .option('--unsafe', 'run the submissions with all your rights, without a sandbox');
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
