import type { ClassGenerateFlags } from '../commands/class-generate.ts';
import type { ClassGradebookFlags } from '../commands/class-gradebook.ts';
import type { ClassInitFlags } from '../commands/class-init.ts';
import type { ClassPreviewFlags } from '../commands/class-preview.ts';
import type { ClassPushFlags } from '../commands/class-push.ts';
import type { ClassReportFlags } from '../commands/class-report.ts';
import type { ClassStatusFlags } from '../commands/class-status.ts';
import type { ClassUpdateFlags } from '../commands/class-update.ts';
import { addGrading } from './grading.ts';
import type { Wiring } from './wiring.ts';

/** Where the commands of a course are added to. */
export type CourseWiring = Omit<Wiring, 'program'> & { readonly course: Wiring['program'] };

/** Adds the commands of instructors. */
export function addTeaching(wiring: Wiring): void {
  const course = wiring.program
    .command('class')
    .description('for instructors: repositories for a roster, grades for submissions');
  for (const add of [
    addInit,
    addPreview,
    addGenerate,
    addPush,
    addUpdate,
    addStatus,
    addGrading,
    addReport,
    addGradebook,
  ])
    add({ ...wiring, course });
}

function addInit({ course, context, kit, finish }: CourseWiring): void {
  course
    .command('init')
    .description('begin a course: a commented course.yaml, and a roster to be replaced')
    .argument('[directory]', 'its folder; the current one where nothing is said')
    .option('--title <title>', 'what the course is called')
    .option('--time-zone <zone>', 'zone of its due dates, e.g. Europe/Madrid')
    .option('--stage <id>', 'stage of the first assignment')
    .option('--resources <list>', 'what students draw from: tasks,notes,books')
    .option('-y, --yes', 'take the default of everything that was not said')
    .action(async (directory: string | undefined, options: ClassInitFlags) => {
      const { classInit } = await import('../commands/class-init.ts');
      finish(await classInit(directory, options, context, kit));
    });
}

function addGenerate({ course, context, kit, finish }: CourseWiring): void {
  course
    .command('generate')
    .description('make a repository for each student who has none; the others stay as they are')
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--dry-run', 'only show what would be made')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: ClassGenerateFlags) => {
      const { classGenerate } = await import('../commands/class-generate.ts');
      finish(await classGenerate(options, context, kit));
    });
}

function addPreview({ course, context, kit, finish }: CourseWiring): void {
  course
    .command('preview')
    .description('before release: the starter earns nothing, the solution all, for every variant')
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--show', 'only what a student will see; nothing is installed or started')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: ClassPreviewFlags) => {
      const { classPreview } = await import('../commands/class-preview.ts');
      finish(await classPreview(options, context, kit));
    });
}

function addPush({ course, context, finish }: CourseWiring): void {
  course
    .command('push')
    .description('push repositories to any git host; what has arrived before is left out')
    .requiredOption('--remote <url>', "a remote like 'git@host:course/{identifier}.git'")
    .option('--create <command>', 'makes a repository on the host where it does not answer')
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: ClassPushFlags) => {
      const { classPush } = await import('../commands/class-push.ts');
      finish(await classPush(options, context));
    });
}

function addUpdate({ course, context, kit, finish }: CourseWiring): void {
  course
    .command('update')
    .description('bring what was mended into released repositories, as a commit that merges')
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--dry-run', 'only show what would change')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: ClassUpdateFlags) => {
      const { classUpdate } = await import('../commands/class-update.ts');
      finish(await classUpdate(options, context, kit));
    });
}

function addStatus({ course, context, finish }: CourseWiring): void {
  course
    .command('status')
    .description('who is where, and who may be stuck, from clones; nothing of theirs is run')
    .option('--clones <folder>', 'clones by name, as <folder>/<identifier>')
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--json', 'one JSON object on standard output')
    .action(async (options: ClassStatusFlags) => {
      const { classStatus } = await import('../commands/class-status.ts');
      finish(await classStatus(options, context));
    });
}

function addReport({ course, context, finish }: CourseWiring): void {
  course
    .command('report')
    .description('a page of feedback for each student, and one about the class for you')
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--submissions <directory>', 'compared with each other; none of them is run')
    .option('--out <directory>', 'where the pages are written')
    .action(async (options: ClassReportFlags) => {
      const { classReport } = await import('../commands/class-report.ts');
      finish(await classReport(options, context));
    });
}

function addGradebook({ course, context, finish }: CourseWiring): void {
  course
    .command('gradebook')
    .description('grades in the form that a learning management system takes')
    .requiredOption('--format <format>', 'canvas, moodle, moodle-worksheet, csv, or json')
    .option('--assignment <id>', 'one; all where nothing is said')
    .option('--export <file>', 'what Canvas or Moodle exported, to be filled in')
    .option('--column <title>', "the export's column, where it is not called as the assignment is")
    .option('--out <file>', 'where it is written')
    .action(async (options: ClassGradebookFlags) => {
      const { classGradebook } = await import('../commands/class-gradebook.ts');
      finish(await classGradebook(options, context));
    });
}
