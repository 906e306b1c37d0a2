import type { PlacedCheck } from '../checker/check.ts';
import { findStage } from '../catalog/stages.ts';
import { UserError } from '../errors.ts';
import { closestTo } from '../system/suggest.ts';
import { loadLessons } from './load-lessons.ts';

/** Which of the checks are wanted. */
export interface CheckWish {
  /** Id of a lesson or of a check, or the start of a lesson's id; absent means all. */
  readonly name?: string | undefined;
  /** Only those that this stage introduces. */
  readonly only?: string | undefined;
  /** The conformance set and slow checks too. */
  readonly all: boolean;
  /** Only what a learner has come to; absent or null where nobody learns. */
  readonly upTo?: Place | null;
}

/** Where a learner is. */
export interface Place {
  /** Number of the stage. */
  readonly stage: number;
  /** Id of the lesson at hand. */
  readonly lesson: string;
}

/** The wanted checks, in their order. */
export function chooseChecks(checks: readonly PlacedCheck[], wish: CheckWish): PlacedCheck[] {
  const { name, only, all, upTo } = wish;
  if (name !== undefined) return named(checks, name);
  if (upTo) return checksUpTo(checks, upTo);
  const stage = only === undefined ? undefined : findStage(only)?.number;
  return checks.filter(
    ({ lesson, from }) => (all || lesson !== null) && (stage === undefined || from === stage),
  );
}

function named(checks: readonly PlacedCheck[], name: string): PlacedCheck[] {
  const found = checks.filter(({ id, lesson }) => id === name || lesson?.startsWith(name) === true);
  if (found.length > 0) return found;
  refuseToAskOfReading(name);
  const known = checks.flatMap(({ id, lesson }) => [id, ...(lesson === null ? [] : [lesson])]);
  const meant = closestTo(name, [...new Set(known)]);
  throw new UserError(
    `"${name}" is neither a lesson nor a check of this stage.`,
    meant === null ? undefined : `Did you mean ${meant}?`,
  );
}

function refuseToAskOfReading(name: string): void {
  const lesson = loadLessons().find(({ id, kind }) => kind === 'reading' && id.startsWith(name));
  if (lesson === undefined) return;
  throw new UserError(
    `${lesson.id} only wants to be read: no check asks about it.`,
    'Without a name, all that you have come to is asked.',
  );
}

/**
 * What a learner has come to: first the checks of the lesson at hand, then, as regressions, those
 * of earlier stages and lessons, as far as they need no patience. Ids of lessons sort by their
 * place in the stage.
 */
export function checksUpTo(
  checks: readonly PlacedCheck[],
  { stage, lesson }: Place,
): PlacedCheck[] {
  const isOwn = (check: PlacedCheck) => check.lesson === lesson;
  const isEarlier = (check: PlacedCheck) =>
    check.lesson !== null && (check.from < stage || check.lesson < lesson);
  return [...checks.filter(isOwn), ...checks.filter((check) => isEarlier(check) && isQuick(check))];
}

function isQuick({ needs }: PlacedCheck): boolean {
  return needs?.includes('patience') !== true;
}
