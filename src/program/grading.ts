import type { ClassCiFlags } from '../commands/class-ci.ts';
import type { ClassGradeFlags } from '../commands/class-grade.ts';
import type { ClassRegradeFlags } from '../commands/class-regrade.ts';
import type { ClassWorkerFlags } from '../commands/class-worker.ts';
import type { CourseWiring } from './teaching.ts';

/** Adds to the commands of a course those that grade. */
export function addGrading(wiring: CourseWiring): void {
  addGrade(wiring);
  addRegrade(wiring);
  addWorker(wiring);
  addCi(wiring);
  addInCell(wiring);
}

function addGrade({ course, context, kit, finish }: CourseWiring): void {
  const command = course
    .command('grade')
    .description('run the submissions in a sandbox, put the checks to them, and count the points');
  withGradingFlags(command)
    .option('--queue <address>', 'let workers ask, by a Redis: redis://host:6379')
    .option('--part <n/all>', 'of many machines, what this one grades: 2/10')
    .action(async (options: ClassGradeFlags) => {
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

function addWorker({ course, context, kit, finish }: CourseWiring): void {
  const command = course
    .command('worker')
    .description('do what `class grade --queue` leaves to do, on this machine, until Ctrl-C')
    .requiredOption('--queue <address>', 'the Redis of the queue: redis://host:6379');
  withMachineFlags(command).action(async (options: ClassWorkerFlags) => {
    const { classWorker } = await import('../commands/class-worker.ts');
    finish(await classWorker(options, context, kit));
  });
}

function addCi({ course, context, finish }: CourseWiring): void {
  course
    .command('ci')
    .description(
      'write the workflow by which machines of a git host grade, each a part of the class',
    )
    .requiredOption('--parts <n>', 'on how many machines')
    .option('--host <host>', 'github or gitlab')
    .option('--fetch <command>', 'a command that brings the submissions')
    .action(async (options: ClassCiFlags) => {
      const { classCi } = await import('../commands/class-ci.ts');
      finish(await classCi(options, context));
    });
}

function withGradingFlags(command: CourseWiring['course']) {
  return withMachineFlags(command)
    .option('--seed <n>', 'the same values for everybody, as in an earlier grading')
    .option('--json', 'one JSON object on standard output');
}

function withMachineFlags(command: CourseWiring['course']) {
  return command
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--submissions <directory>', 'folders, zip files or clones, one for each student')
    .option('--jobs <n>', 'how many submissions at once; half the processors where nothing is said')
    .option('--timeout <seconds>', 'longest time for all checks of a submission')
    .option('--offline', 'install packages from what was fetched before')
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
