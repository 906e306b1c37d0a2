import { expect } from 'vitest';
import type { Stage } from '../../../src/catalog/stages.ts';
import type { Learner } from '../../support/learner.ts';
import type { OwnWork } from './own-work.ts';

/** Shows that all that somebody did is still there, and that nothing came back. */
export function expectNothingLost(learner: Learner, done: readonly OwnWork[]): void {
  for (const { lasting } of done) {
    for (const [path, text] of Object.entries(lasting)) {
      expect(learner.read(path), path).toContain(text);
    }
  }
  expect(learner.has('src/http/health.ts')).toBe(false);
  expect(learner.has('.editorconfig')).toBe(false);
}

/** Shows that what a stage has replaced is on the branch that was made for it. */
export function expectKept(learner: Learner, { replaced }: OwnWork, { id }: Stage): void {
  for (const [path, text] of Object.entries(replaced)) {
    expect(learner.has(path), path).toBe(false);
    expect(learner.git('show', `create-backend/before-${id}:${path}`)).toContain(text);
  }
}
