import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../src/config.ts';

describe('secrets', () => {
  it('come from the environment, and production needs them', () => {
    assert.throws(() => readConfig({ APP_ENV: 'production' }), /^Error: API_KEY is required/);
    assert.equal(readConfig({ APP_ENV: 'production', API_KEY: 'secret' }).API_KEY, 'secret');
  });

  it('are missing where they are empty', () => {
    assert.throws(() => readConfig({ APP_ENV: 'production', API_KEY: '' }), /API_KEY/);
  });
});
