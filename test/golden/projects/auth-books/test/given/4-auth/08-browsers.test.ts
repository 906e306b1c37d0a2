import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../src/config.ts';
import { startApi } from '../../support/api.ts';
import { path } from '../../support/samples.ts';

const friend = 'https://app.example.com';

describe('browsers', () => {
  it('lets pages of listed origins read, and no others', async (t) => {
    const api = await startApi(t, { CORS_ORIGINS: friend });
    const allowed = async (origin: string) => {
      const { headers } = await api.send({ method: 'GET', url: path, headers: { origin } });
      assert.match(headers['vary'] ?? '', /Origin/);
      return headers['access-control-allow-origin'];
    };
    assert.equal(await allowed(friend), friend);
    for (const origin of [`${friend}.evil.test`, 'https://evil-app.example.com', 'null', '*']) {
      assert.equal(await allowed(origin), undefined);
    }
  });

  it('answers before a browser asks with a token', async (t) => {
    const api = await startApi(t, { CORS_ORIGINS: `https://other.example.com,${friend}` });
    const headers = { origin: friend, 'access-control-request-method': 'PUT' };
    const answer = await api.as({}).send({ method: 'OPTIONS', url: `${path}/1`, headers });
    assert.equal(answer.status, 204);
    assert.match(answer.headers['access-control-allow-methods'] ?? '', /PUT/);
    assert.match(answer.headers['access-control-allow-headers'] ?? '', /Authorization/);
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
  });

  it('takes no wildcard for an origin', () => {
    for (const CORS_ORIGINS of ['*', 'https://example.com/', 'example.com']) {
      const settings = { DATABASE_URL: 'postgres://localhost/any', CORS_ORIGINS };
      assert.throws(() => readConfig(settings), /CORS_ORIGINS must be origins/);
    }
  });
});
