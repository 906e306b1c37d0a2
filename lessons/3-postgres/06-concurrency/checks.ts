import type { Check } from '../../../src/checker/check.ts';
import { changeChecks } from './change-checks.ts';
import { raceChecks } from './race-checks.ts';
import { versionChecks } from './version-checks.ts';

/** Lesson 06: several clients at the same item. */
export const checks: readonly Check[] = [...versionChecks, ...changeChecks, ...raceChecks];
