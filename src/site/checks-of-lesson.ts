import type { Resource } from '../catalog/resource.ts';
import type { PlacedCheck } from '../checker/check.ts';
import { inWords } from '../checker/words.ts';
import type { ToldResult, Verdict } from '../lessons/live/verdict.ts';

/** A check as a page shows it. */
export interface ShownCheck {
  readonly id: string;
  readonly title: string;
  readonly state: ToldResult['state'] | 'unasked';
  /** Null as long as it was not asked. */
  readonly result: ToldResult | null;
}

/** The checks of one lesson, and what became of them. */
export interface ShownChecks {
  readonly checks: readonly ShownCheck[];
  /** What fails besides: the start of the service, and lessons that were green before. */
  readonly elsewhere: readonly ToldResult[];
  readonly isAsking: boolean;
  /** When they were asked, ISO 8601; null where they never were. */
  readonly time: string | null;
}

/**
 * Puts what was found last beside what a lesson asks.
 * @param all the checks of the lesson's stage
 */
export function checksOfLesson(
  lesson: string,
  all: readonly PlacedCheck[],
  verdict: Verdict | null,
  resource: Resource,
): ShownChecks {
  const results = verdict?.results ?? [];
  const checks = all.filter((check) => check.lesson === lesson);
  const own = new Set(checks.map(({ id }) => id));
  return {
    checks: checks.map(({ id, title }) => {
      const result = results.find(({ check }) => check === id) ?? null;
      return { id, title: inWords(title, resource), state: result?.state ?? 'unasked', result };
    }),
    elsewhere: results.filter(({ check, state }) => state === 'fail' && !own.has(check)),
    isAsking: verdict?.isAsking ?? false,
    time: verdict?.time ?? null,
  };
}

/** Whether all checks of a lesson were asked and are well, at least one of them by its answer. */
export function isDone({ checks, elsewhere }: ShownChecks): boolean {
  const isWell = checks.every(({ state }) => state === 'pass' || state === 'not-run');
  return isWell && elsewhere.length === 0 && checks.some(({ state }) => state === 'pass');
}
