import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Course } from '../../../src/classroom/course/course.ts';
import { studentWorks, type StudentWork } from '../../../src/classroom/course/student-work.ts';
import type { Grade } from '../../../src/classroom/grades.ts';
import { readGrade } from '../../../src/classroom/grades-folder.ts';
import { repository } from '../kit.ts';
import { temporaryFolder } from '../temporary.ts';
import { ASSIGNMENT, makeClass, typeClass, typeWell } from './course.ts';
import { handIn, type Habit } from './student.ts';
import { findWorth, pointsOf, type Worth } from './worth.ts';

/** A student of a class that was held: what they did, and what they got. */
interface Pupil {
  readonly work: StudentWork;
  /** Null where nothing was handed in. */
  readonly habit: Habit | null;
  readonly grade: Grade;
}

/** A class from `class init` to its grades. */
export class HeldClass {
  readonly course: Course;
  readonly pupils: readonly Pupil[];

  /**
   * @param habits what each student does, in the order of the roster
   * @param resources of which each draws one, with commas between
   */
  static async hold(
    habits: readonly (Habit | null)[],
    resources: string,
    ...flags: readonly string[]
  ): Promise<HeldClass> {
    const folder = temporaryFolder();
    const identifiers = habits.map((_, at) => `s${String(at + 1).padStart(2, '0')}`);
    const course = await makeClass(folder, identifiers, resources);
    const works = studentWorks(course, course.assignments[0]!);
    for (const [at, habit] of habits.entries()) {
      if (habit !== null) handIn(course, works[at]!, habit);
    }
    sharePackages(folder);
    await typeWell(folder, 'grade', '--assignment', ASSIGNMENT, ...flags);
    return new HeldClass(course, works, habits);
  }

  private constructor(
    course: Course,
    works: readonly StudentWork[],
    habits: readonly (Habit | null)[],
  ) {
    this.course = course;
    this.pupils = works.map((work, at) => {
      const grade = readGrade(course, course.assignments[0]!, work.name)!;
      return { work, habit: habits[at]!, grade };
    });
  }

  /** Every grade is what the rules and the checks make it. */
  async expectFairGrades(): Promise<void> {
    const worths = new Map<string, Worth>();
    for (const { work } of this.pupils) {
      const { name } = work.variant;
      if (!worths.has(name)) worths.set(name, await findWorth(this.course, work));
    }
    const expected = this.pupils.map(({ work, habit }) =>
      row(work, habit, habit === null ? 0 : pointsOf(worths.get(work.variant.name)!, habit.fault)),
    );
    expect
      .soft(this.pupils.map(({ work, habit, grade }) => row(work, habit, grade.points.total)))
      .toEqual(expected);
  }

  /** Whoever has lost points, or did what is not done, reads what it was; nobody else reads of a loss. */
  expectTellingFeedback(): void {
    const untold = this.pupils.filter(({ habit, grade }) => {
      const says = habit === null ? /Nothing was handed in/ : habit.fault?.says;
      return says === undefined ? lossesIn(grade).length > 0 : !says.test(textOf(grade));
    });
    const told = untold.map(({ work, habit, grade }) => ({
      who: nameOf(work, habit),
      told: textOf(grade),
    }));
    expect.soft(told).toEqual([]);
  }

  /** The points of everybody, in the order of the roster. */
  get points(): readonly number[] {
    return this.pupils.map(({ grade }) => grade.points.total);
  }

  /** Graded once more, nothing is asked and nothing is different. */
  async expectNothingTwice(): Promise<void> {
    const { folder, assignments } = this.course;
    await typeClass(folder, 'grade', '--assignment', ASSIGNMENT);
    const again = this.pupils.map(({ work }) =>
      readGrade(this.course, assignments[0]!, work.name)!,
    );
    expect(gradedOf(again)).toEqual(gradedOf(this.pupils.map(({ grade }) => grade)));
  }
}

/** Packages are installed once for all classes that are held here. */
function sharePackages(course: string): void {
  const shared = join(repository, '.cache', 'class-packages');
  mkdirSync(shared, { recursive: true });
  mkdirSync(join(course, '.grading'));
  symlinkSync(shared, join(course, '.grading', 'packages'));
}

const nameOf = ({ name }: StudentWork, habit: Habit | null) =>
  `${name}: ${habit === null ? 'nothing handed in' : (habit.fault?.name ?? 'sound')}`;

const row = (work: StudentWork, habit: Habit | null, points: number) =>
  `${nameOf(work, habit)}: ${points} of 100`;

/** What nobody has handed in is looked for anew each time. */
function gradedOf(grades: readonly Grade[]): readonly Grade[] {
  return grades.filter(({ state }) => state === 'graded');
}

function lossesIn({ lessons }: Grade) {
  return lessons.flatMap(({ checks }) => checks.filter(({ lost }) => lost > 0));
}

/** All that a student is told of what went wrong, line by line. */
function textOf(grade: Grade): string {
  const ofChecks = lossesIn(grade).flatMap(({ log, ...check }) => {
    const { id, title, expected, got, likely, reason } = check;
    return [id, title, expected, got, likely, reason, log.join('\n')];
  });
  const ofAll = [grade.reason, ...grade.notes, ...grade.incidents.map(({ text }) => text)];
  return [...ofAll, ...ofChecks].filter((line) => line !== null).join('\n');
}
