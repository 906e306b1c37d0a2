import type { Grade } from '../classroom/grades.ts';
import type { Context } from '../context.ts';

/** Tells of each grade, and how long it goes on. */
export class Progress {
  readonly #context: Pick<Context, 'out' | 'now'>;
  readonly #since: number;

  constructor(context: Pick<Context, 'out' | 'now'>, title: string) {
    this.#context = context;
    this.#since = context.now();
    context.out.say(`Grading ${title}`);
  }

  /** One more is done. */
  tell(grade: Grade, done: number, all: number): void {
    const { out, now } = this.#context;
    const toGo = ((now() - this.#since) / done) * (all - done);
    const time = done === all ? '' : `, ${durationText(toGo)} to go`;
    out.say(`${done}/${all} ${grade.work}: ${gradeWords(grade)}${time}`);
  }
}

/** A grade in a few words. */
export function gradeWords({ state, points, reason }: Grade): string {
  if (state === 'missing') return 'nothing handed in';
  if (state === 'not-graded') return `not graded: ${reason}`;
  return `${points.total} of ${points.possible}`;
}

function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
