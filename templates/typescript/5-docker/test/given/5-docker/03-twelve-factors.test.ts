import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readConfig } from '../../../src/config.ts';

const sound = {
  APP_ENV: 'production',
  DATABASE_URL: 'postgres://app:4f1d0c77@database/app',
  JWT_SECRET: '9b2f60c1a7e84d53b2f60c1a7e84d539',
};

const unsafe = {
  JWT_SECRET: ['', 'too-short', 'a'.repeat(40), 'change-me-change-me-change-me-change-me'],
  DATABASE_URL: ['', 'postgres://app@database/app', 'postgres://app:app@database/app'],
  CORS_ORIGINS: ['*', 'http://example.com'],
  LOG_LEVEL: ['debug', 'silent'],
  TRUST_PROXY: ['*', '1', '0.0.0.0/0'],
};

it('starts in production with sound settings, and with no unsafe one', () => {
  assert.equal(readConfig(sound).APP_ENV, 'production');
  for (const [name, values] of Object.entries(unsafe))
    for (const value of values)
      assert.throws(() => readConfig({ ...sound, [name]: value }), new RegExp(`^Error: ${name} `));
});
