import { shellOf } from '../../checker/http/curl.ts';
import type { Result } from '../../checker/result.ts';
import type { Context } from '../../context.ts';
import { loadChecks } from '../check-index.ts';
import { targetOfProject } from '../check-target.ts';
import { checksUpTo } from '../choose-checks.ts';
import { noteResults } from '../diary/note-results.ts';
import { lessonAtHand, meetLearner, type Learner } from '../learner/learner.ts';
import { lookOf } from '../lesson-page.ts';
import type { Lesson } from '../lesson.ts';
import { keepAsking, keepVerdict } from '../live/verdict.ts';
import { renderPage } from '../page/page.ts';
import type { Kit } from '../../scaffold/plan.ts';
import { Rounds, type Findings, type Questions } from './rounds.ts';
import { screenText } from './screen.ts';

/** Seconds of a check that says nothing else. */
const TIMEOUT_S = 10;
/** The same values in every round: a failure goes on looking the same until it is mended. */
const SEED = 1;
/** The terminal without what stood there, and the cursor at its top. */
const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

/** A learner whose lesson is asked about after each save. */
export class Watching {
  readonly #context: Context;
  readonly #kit: Kit;
  readonly #rounds: Rounds;
  #learner: Learner;
  #questions: Questions;
  #findings: Findings | null = null;

  private constructor(context: Context, kit: Kit, learner: Learner, questions: Questions) {
    this.#context = context;
    this.#kit = kit;
    this.#learner = learner;
    this.#questions = questions;
    this.#rounds = new Rounds({
      target: targetOfProject(learner.project.folder, context.env),
      seed: SEED,
      timeout: TIMEOUT_S,
      signal: context.signal,
      onFindings: (findings) => this.#found(findings),
      onFault: (error) => context.out.say(error instanceof Error ? error.message : String(error)),
    });
  }

  /** Meets the learner; nothing is asked yet. */
  static async begin(context: Context, kit: Kit): Promise<Watching> {
    const learner = await meetLearner(context, kit);
    return new Watching(context, kit, learner, await questionsOf(learner));
  }

  /** Folder of the project. */
  get folder(): string {
    return this.#learner.project.folder;
  }

  /** Asks anew. @param saved paths in the project that have changed */
  ask(saved: readonly string[]): void {
    this.#findings = null;
    keepAsking(this.folder);
    if (saved.length === 0) this.#show();
    this.#rounds.begin(this.#questions, saved);
  }

  /** Looks again where the learner is, after a step to another lesson. */
  async moveOn(): Promise<void> {
    this.#learner = await meetLearner(this.#context, this.#kit);
    this.#questions = await questionsOf(this.#learner);
  }

  /** Leaves nothing running. */
  close(): Promise<void> {
    return this.#rounds.close();
  }

  #found(findings: Findings): void {
    this.#findings = findings;
    keepVerdict(this.folder, [...findings.current, ...(findings.earlier ?? [])]);
    this.#show();
    if (findings.earlier !== null) this.#note([...findings.current, ...findings.earlier]);
  }

  #note(results: readonly Result[]): void {
    void noteResults(this.#context, this.folder, results).catch((error: unknown) =>
      this.#context.out.say(`The diary cannot be kept: ${(error as Error).message}`),
    );
  }

  #show(): void {
    const { out, env, keys } = this.#context;
    const { lessons } = this.#learner;
    const lesson = lessonAtHand(this.#learner) ?? lessons.at(-1)!;
    const guide = 'lessons-and-hints';
    const look = {
      ...out,
      shell: shellOf(env, process.platform),
      command: this.#kit.command,
      guide,
    } as const;
    const place = [lessons.indexOf(lesson) + 1, lessons.length] as const;
    const pageLook = lookOf(this.#learner.plan, this.#context);
    const page = (markdown: string) => renderPage(markdown, pageLook);
    const scene = { lesson, place, findings: this.#findings, seed: SEED, page };
    out.print((keys === null ? '' : CLEAR) + screenText(scene, look));
  }
}

/** What there is to ask at the lesson at hand; after the last one, all of the stage. */
async function questionsOf(learner: Learner): Promise<Questions> {
  const { project, lessons } = learner;
  const lesson: Lesson = lessonAtHand(learner) ?? lessons.at(-1)!;
  const place = { stage: project.stage.number, lesson: lesson.id };
  const asked = checksUpTo(await loadChecks(project.stage.number), place);
  const isOwn = ({ lesson: of }: { lesson: string | null }) => of === lesson.id;
  return { current: asked.filter(isOwn), earlier: asked.filter((check) => !isOwn(check)) };
}
