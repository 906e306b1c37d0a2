import { describe, expect, it } from 'vitest';
import { findStage } from '../../../src/catalog/stages.ts';
import { randomFrom } from '../../../src/checker/values/random.ts';
import { progressAt, withDone, type Progress } from '../../../src/lessons/learner/progress.ts';
import { lessonsToRecall, recall } from '../../../src/lessons/learner/review.ts';
import { loadLessons } from '../../../src/lessons/load-lessons.ts';
import { ScriptedPrompt } from '../../support/scripted-prompt.ts';

const sqlite = findStage('sqlite')!;
const lessons = loadLessons();
const [validation, lists, own] = ['04-validation', '09-lists-that-grow', '01-it-forgets'];

describe('the questions at the beginning of a stage', () => {
  it('are two, about what was done in earlier stages', () => {
    const progress = done('03-create-and-read', validation!, lists!, own!);
    const asked = idsToRecall(progress);
    expect(asked).toHaveLength(2);
    expect(asked).not.toContain(own);
  });

  it('begin with what was forgotten', () => {
    const progress = { ...done('03-create-and-read', validation!, lists!), forgotten: [lists!] };
    for (const seed of [1, 2, 3]) expect(idsToRecall(progress, seed)[0]).toBe(lists);
  });

  it('are not asked twice, nor of whoever began here', () => {
    expect(idsToRecall({ ...done(validation!), reviewed: ['sqlite'] })).toEqual([]);
    expect(idsToRecall(progressAt('sqlite', own!))).toEqual([]);
  });

  it('leave behind what was forgotten, until it is known', async () => {
    const progress = done(validation!, lists!);
    const asked = lessonsToRecall(progress, lessons, sqlite, randomFrom(1, ''));
    const prompt = new ScriptedPrompt('Show', 'I had forgotten', 'Show', 'I knew');
    const after = await recall(asked, progress, sqlite, prompt);
    expect(after).toMatchObject({ forgotten: [asked[0]!.id], reviewed: ['sqlite'] });
    const known = new ScriptedPrompt('Show', 'I knew', 'Skip');
    expect((await recall(asked, after, sqlite, known)).forgotten).toEqual([]);
  });

  it('can be skipped, all at once', async () => {
    const progress = done(validation!, lists!);
    const asked = lessonsToRecall(progress, lessons, sqlite, randomFrom(1, ''));
    const prompt = new ScriptedPrompt('Skip');
    const after = await recall(asked, progress, sqlite, prompt);
    expect(prompt.asked).toHaveLength(1);
    expect(after).toMatchObject({ forgotten: [], reviewed: ['sqlite'] });
  });
});

function done(...ids: string[]): Progress {
  return ids.reduce(withDone, progressAt('sqlite', own!));
}

function idsToRecall(progress: Progress, seed = 1): string[] {
  return lessonsToRecall(progress, lessons, sqlite, randomFrom(seed, '')).map(({ id }) => id);
}
