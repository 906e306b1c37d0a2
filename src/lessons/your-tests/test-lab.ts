import type { Question } from '../../checker/check.ts';
import type { ProjectCopy } from '../../checker/service/project-copy.ts';
import { requireProject, type KnownProject } from '../../project/read-state.ts';
import { planOfProject } from '../../scaffold/plan-of-project.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { renderProject } from '../../scaffold/render.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';
import { packageVersion } from '../../system/package-root.ts';
import { loadMistakes, type Mistake } from '../mistakes.ts';
import { plantMistake, tryToPlant } from '../plant.ts';
import { runYourTestsIn, yourTestFiles, type YourTestRun } from './your-tests.ts';
import { replaceSource, sourceIn, whilePlanted } from './planted-copy.ts';

/** Whether tests have noticed a bug; `unknown` where they do not fit any project that has it. */
export type Notice = 'noticed' | 'missed' | 'unknown';

/** A learner's tests under test: they are run in copies of the project, sound and with bugs. */
export class TestLab {
  readonly #question: Question;
  readonly #project: KnownProject;
  readonly #plan: Plan;
  readonly #own: ProjectCopy;

  private constructor(question: Question, project: KnownProject, own: ProjectCopy) {
    const version = packageVersion();
    const kit = { version, command: 'create-backend', pinnedCommand: 'create-backend' };
    this.#question = question;
    this.#project = project;
    this.#plan = { ...planOfProject(project, kit), open: [] };
    this.#own = own;
  }

  /** A lab for the tests of a project; null where there are none. */
  static async open(question: Question): Promise<TestLab | null> {
    const project = requireProject(question.project);
    if (yourTestFiles(project.folder, project.stack).length === 0) return null;
    return new TestLab(question, project, await question.service.copyProject());
  }

  /** Runs the tests as they are: all of them, or the one of this name. */
  run(only: string | null = null): Promise<YourTestRun> {
    return runYourTestsIn(this.#own, this.#project.stack, only);
  }

  /** Runs the tests with a known mistake in the project, or in the kit's where it does not fit. */
  async notices(mistakeId: string): Promise<Notice> {
    const mistake = loadMistakes().find(({ id }) => id === mistakeId);
    if (mistake === undefined) throw new Error(`there is no mistake ${mistakeId}`);
    const source = sourceIn(this.#own.folder);
    const planted = tryToPlant(mistake, this.#plan, source);
    if (planted === null) return this.#noticesInOurs(mistake);
    return whilePlanted(this.#own, source, planted, () => this.#verdictIn(this.#own));
  }

  async #noticesInOurs(mistake: Mistake): Promise<Notice> {
    const solution = renderProject(
      this.#plan,
      loadTemplates(this.#project.stack.id, this.#project.stage),
      null,
    );
    const copy = await this.#question.service.copyProject();
    replaceSource(copy, solution);
    if ((await this.#verdictIn(copy)) === 'noticed') return 'unknown';
    const planted = plantMistake(mistake, this.#plan, solution);
    return whilePlanted(copy, solution, planted, () => this.#verdictIn(copy));
  }

  async #verdictIn(copy: ProjectCopy): Promise<Notice> {
    return (await runYourTestsIn(copy, this.#project.stack)).ok ? 'missed' : 'noticed';
  }
}
