import type { Check } from '../../../src/checker/check.ts';

export const checks: readonly Check[] = [];
