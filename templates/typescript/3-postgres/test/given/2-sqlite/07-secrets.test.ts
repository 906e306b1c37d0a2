import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../src/config.ts';

const production = { APP_ENV: 'production', DATABASE_URL: 'postgres://localhost/any' };

describe('secrets', () => {
  it('come from the environment, and production needs them', () => {
    assert.throws(() => readConfig(production), /^Error: API_KEY is required/);
    assert.equal(readConfig({ ...production, API_KEY: 'secret' }).API_KEY, 'secret');
  });

  it('are missing where they are empty', () => {
    assert.throws(() => readConfig({ ...production, API_KEY: '' }), /API_KEY/);
  });

  it('do not show in what is said about them', () => {
    const wrong = { ...production, DATABASE_URL: 'hunter2' };
    assert.throws(
      () => readConfig(wrong),
      ({ message }: Error) => !message.includes('hunter2'),
    );
  });
});
