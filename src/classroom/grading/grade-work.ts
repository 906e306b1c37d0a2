import { loadStageLessons } from '../../lessons/load-lessons.ts';
import type { Adjustment } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import type { Grade } from '../grades.ts';
import type { HandedIn } from '../submissions/find-submissions.ts';
import { gradeLessons, totalPoints } from './compute-grade.ts';
import { GraderFault } from './grader-fault.ts';
import { Inquirer, type Asked, type GradingTools, type Standards } from './inquirer.ts';
import { latenessOf } from './lateness.ts';

/** How often a grading is tried in which the kit or the machine fails. */
const TRIES = 2;

/** Grades works: asks what has not been asked yet, and computes the points of it all. */
export class WorkGrader {
  readonly #tools: GradingTools;
  readonly #inquirer: Inquirer;

  constructor(tools: GradingTools) {
    this.#tools = tools;
    this.#inquirer = new Inquirer(tools);
  }

  /**
   * The grade of a work.
   * @param handedIn null where nothing was
   * @param notes what is to be said beside what is found
   * @param seed decides the values of the checks
   */
  async grade(
    work: StudentWork,
    handedIn: HandedIn | null,
    notes: readonly string[],
    seed: number,
  ): Promise<Grade> {
    if (handedIn === null) return this.#without(work, seed, 'missing', 'Nothing was handed in.');
    for (let tries = 1; ; tries += 1) {
      try {
        const [standards, asked] = [
          await this.#inquirer.standards(work),
          await this.#inquirer.ask(work, handedIn, seed),
        ];
        return this.#graded(
          work,
          handedIn,
          standards,
          { ...asked, notes: [...notes, ...asked.notes] },
          seed,
        );
      } catch (error) {
        if (!(error instanceof GraderFault)) throw error;
        if (tries === TRIES) return this.#without(work, seed, 'not-graded', error.message);
      }
    }
  }

  #graded(
    work: StudentWork,
    { name }: HandedIn,
    { given, possible: fitting }: Standards,
    { findings, notes, taken, askedAt: gradedAt }: Asked,
    seed: number,
  ): Grade {
    const { assignment } = work;
    const { points: possible, weights, late } = assignment;
    const { incidents } = findings;
    const known = loadStageLessons(assignment.stage).lessons;
    const chosen = known.filter(({ id }) => assignment.lessons.includes(id));
    const practised = new Set(chosen.filter(({ kind }) => kind === 'practice').map(({ id }) => id));
    // What is practised is the student's own: the kit's solution has none of it.
    const outcomes = findings.outcomes.filter(
      ({ id, lesson }) => fitting.has(id) || practised.has(lesson!),
    );
    const lessons = gradeLessons({ outcomes, given, lessons: chosen, weights, points: possible });
    const time = taken === null ? null : this.#timeOf(taken);
    const lateness = time === null ? null : latenessOf(late, work.due, time);
    const points = totalPoints(lessons, possible, {
      lateness,
      adjustments: this.#adjustments(work),
    });
    const { hash = '', commit = null } = taken ?? {};
    const submission = { name, hash, time: time ?? 0, commit: commit?.id ?? null };
    const rest = { points, lessons, incidents, notes, submission };
    return { ...this.#base(work, seed), state: 'graded', reason: null, ...rest, gradedAt };
  }

  #without(
    work: StudentWork,
    seed: number,
    state: 'missing' | 'not-graded',
    reason: string,
  ): Grade {
    const adjustments = this.#adjustments(work);
    const points = totalPoints([], work.assignment.points, { lateness: null, adjustments });
    const nothing = { lessons: [], incidents: [], notes: [], submission: null };
    return { ...this.#base(work, seed), state, reason, points, ...nothing, gradedAt: Date.now() };
  }

  #base({ assignment, name, students, variant }: StudentWork, seed: number) {
    const { kit, sandbox } = this.#tools;
    return {
      schema: 1 as const,
      assignment: assignment.id,
      work: name,
      students: students.map(({ identifier }) => identifier),
      resource: variant.name,
      seed,
      kit,
      sandbox,
    };
  }

  #timeOf({ seen, commit }: NonNullable<Asked['taken']>): number {
    return this.#tools.course.submissionTime === 'commit' ? (commit?.time ?? seen) : seen;
  }

  #adjustments({ assignment, students }: StudentWork): readonly Adjustment[] {
    const theirs = new Set(students.map(({ identifier }) => identifier));
    return this.#tools.course.adjustments.filter(
      ({ assignment: id, student }) => id === assignment.id && theirs.has(student),
    );
  }
}
