import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/checker/check.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';
import { likelyCause } from '../../../src/checker/likely.ts';

describe('the likely cause of a failure', () => {
  it('is what the service has logged of a 500', () => {
    const cause = causeOf(500, ['UNIQUE constraint failed: tasks.title']);
    expect(cause).toBe(
      'an error that no handler foresaw (the constraint tasks.title): UNIQUE constraint failed: tasks.title',
    );
  });

  it('takes a condition for no name of a constraint', () => {
    const cause = causeOf(500, ['CHECK constraint failed: length(body) BETWEEN 1 AND 2000']);
    expect(cause).toMatch(/^an error that no handler foresaw: CHECK/);
  });

  it('is what the check supposes of a 503, which a handler has foreseen', () => {
    expect(causeOf(503, ['timeout exceeded when trying to connect'])).toBe('no connection is free');
  });

  it('is the last error of a process that died', () => {
    const how = { exitCode: 1, signal: null };
    const log = ['listening', 'Error: the database is gone', 'goodbye'];
    expect(likelyCause(check, { expected: '' }, log, how)).toBe(
      'the service died of this: Error: the database is gone',
    );
  });

  it('is an error that nobody caught where a process died without naming one', () => {
    const how = { exitCode: 1, signal: null };
    expect(likelyCause(check, { expected: '' }, [], how)).toMatch(/its log is silent$/);
    expect(likelyCause(check, { expected: '' }, ['listening'], how)).toMatch(/ends the process$/);
  });
});

const check: Check = {
  id: 'one',
  title: 'one',
  likely: { 503: 'no connection is free', else: 'something else' },
  run: async () => {},
};

function causeOf(status: number, log: readonly string[]): string {
  const answer = { status } as Answer;
  return likelyCause(check, { expected: '', answer }, log, null);
}
