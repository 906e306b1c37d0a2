import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import { startCheck } from '../../checker/start-check.ts';
import type { LessonState } from './lesson-states.ts';
import { goldenMessage } from './message.ts';

/** A lesson's project before and after its work, the later lessons of its stage open in both. */
export interface LessonWork {
  readonly stage: number;
  readonly lesson: string;
  readonly starter: LessonState;
  readonly solution: LessonState;
}

/**
 * What is wrong with a lesson's regions: earlier lessons must hold with and without them solved,
 * the starter must fail a check of the lesson, and the solution must pass what the starter fails.
 * What cannot be asked because of later lessons is allowed.
 */
export function judgeLesson(work: LessonWork): string[] {
  const { lesson, starter, solution } = work;
  const before = starter.results.filter(({ check }) => isEarlier(check, work));
  const own = starter.results.filter((result) => isOwn(result.check, work) && isFailure(result));
  return [
    ...complaints('the starter', starter),
    ...failures(`with ${lesson} and later lessons open`, before),
    ...(own.length === 0 ? [`no check of ${lesson} fails while it is open`] : []),
    ...complaints('the solution', solution),
    ...failures(
      `with ${lesson} solved and later lessons open`,
      solution.results.filter(({ check }) => isEarlier(check, work) || isOwn(check, work)),
    ),
    ...own.flatMap(({ check }) => stillUnanswered(check, solution)),
  ];
}

/** Whether a check belongs to what is taught before a lesson. */
export function isEarlier(check: PlacedCheck, { stage, lesson }: Place): boolean {
  if (check.id === startCheck.id || check.from < stage) return true;
  return check.from === stage && check.lesson !== null && check.lesson < lesson;
}

/** Whether a check belongs to a lesson. */
export function isOwn(check: PlacedCheck, { stage, lesson }: Place): boolean {
  return check.from === stage && check.lesson === lesson && check.id !== startCheck.id;
}

type Place = Pick<LessonWork, 'stage' | 'lesson'>;

function isFailure({ state }: Result): boolean {
  return state === 'fail' || state === 'kit-fault';
}

function complaints(what: string, { complaint }: LessonState): string[] {
  return complaint === null ? [] : [`${what} does not please: ${complaint}`];
}

function failures(when: string, results: readonly Result[]): string[] {
  return results
    .filter(isFailure)
    .map(
      (result) => `${when}, ${result.check.id} fails:\n${result.reason ?? goldenMessage(result)}`,
    );
}

/** What the starter fails must be asked of the solution, too: not to be run is not to be proven. */
function stillUnanswered({ id }: PlacedCheck, { results }: LessonState): string[] {
  const found = results.find(({ check }) => check.id === id);
  if (found?.state !== 'not-run') return [];
  return [`${id} is not run once the lesson is solved: ${found.reason}`];
}
