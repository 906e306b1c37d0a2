import type { Answer, Change } from '../../support/answers.ts';

/** What somebody does in a stage in another hand than the kit's: other words, another style. */
export interface OwnWork {
  /** By lesson; those that are left out are solved as the kit does it. */
  readonly solutions: Readonly<Record<string, Change>>;
  /** To the letter of the stage. */
  readonly answer: Answer;
  /** What each file holds from then on, whatever comes and whatever form it takes. */
  readonly lasting: Readonly<Record<string, string>>;
  /** What each file held that the next stage replaces. */
  readonly replaced: Readonly<Record<string, string>>;
}
