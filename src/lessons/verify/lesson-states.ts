import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import type { Context } from '../../context.ts';
import { renderProject } from '../../scaffold/render.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';
import { askProject } from './ask.ts';
import { examineSource } from './examine-source.ts';
import { removeWorkspace, writeWorkspace, type Workspace } from './workspace.ts';

/** A project with some lessons open, and what the checks say to it. */
export interface LessonState {
  readonly results: readonly Result[];
  /** What the compiler, the linter or the formatter says; null where they are content. */
  readonly complaint: string | null;
}

/** What all states of a stage have in common. */
interface StateSource {
  readonly context: Pick<Context, 'run' | 'env' | 'signal'>;
  readonly workspace: Workspace;
  /** Lessons of the stage that have regions, in their order. */
  readonly lessons: readonly string[];
  /** The checks that a project is asked while this lesson is the current one. */
  readonly checksAt: (lesson: string) => readonly PlacedCheck[];
  readonly seed: number;
}

/** The states that a learner's project goes through in a stage, each asked once. */
export class LessonStates {
  readonly #source: StateSource;
  readonly #asked = new Map<number, Promise<LessonState>>();

  constructor(source: StateSource) {
    this.#source = source;
  }

  /** The project with a lesson and all that follow it open; past the last one it is solved. */
  from(at: number): Promise<LessonState> {
    const asked = this.#asked.get(at) ?? this.#ask(at);
    this.#asked.set(at, asked);
    return asked;
  }

  async #ask(at: number): Promise<LessonState> {
    const { context, workspace, lessons, checksAt, seed } = this.#source;
    const { plan } = workspace;
    const templates = loadTemplates(plan.stack.id, plan.stage);
    const files = renderProject({ ...plan, open: lessons.slice(at) }, templates, null);
    const folder = await writeWorkspace(workspace, files);
    try {
      const complaint = await examineSource(context, plan.stack, folder);
      const results = await askProject(context, folder, checksAt(lessons[at] ?? lessons.at(-1)!), {
        seed,
        bail: false,
      });
      return { complaint, results };
    } finally {
      await removeWorkspace(folder);
    }
  }
}
