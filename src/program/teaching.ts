import type { ClassGenerateFlags } from '../commands/class-generate.ts';
import type { ClassInitFlags } from '../commands/class-init.ts';
import type { Wiring } from './wiring.ts';

/** Where the commands of a course are added to. */
type CourseWiring = Omit<Wiring, 'program'> & { readonly course: Wiring['program'] };

/** Adds the commands of instructors. */
export function addTeaching(wiring: Wiring): void {
  const course = wiring.program
    .command('class')
    .description('for instructors: repositories for a roster, grades for submissions');
  addInit({ ...wiring, course });
  addGenerate({ ...wiring, course });
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
