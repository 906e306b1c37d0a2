import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertProblem, startApi } from '../../support/api.ts';
import { path, sample } from '../../support/samples.ts';

const API_KEY = 'correct horse';

describe('a simple lock', () => {
  it('lets everyone read', async (t) => {
    const api = await startApi(t, { API_KEY });
    for (const url of [path, '/health/live', '/openapi.json', '/docs']) {
      assert.equal((await api.get(url)).status, 200, url);
    }
  });

  it('lets nobody write without the key, on no route', async (t) => {
    const api = await startApi(t, { API_KEY });
    const { paths } = (await api.get('/openapi.json')).body;
    for (const url of Object.keys(paths)) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        if (!paths[url][method.toLowerCase()]) continue;
        for (const headers of [{}, { 'x-api-key': '' }, { 'x-api-key': `${API_KEY}!` }]) {
          const address = `${url.replaceAll(/{\w+}/g, '1')}?api_key=${API_KEY}`;
          const answer = await api.send({ method, url: encodeURI(address), headers, body: {} });
          assertProblem(answer, 401);
          assert.ok(answer.headers['www-authenticate']);
        }
      }
    }
  });

  it('lets the key write', async (t) => {
    const api = await startApi(t, { API_KEY });
    const headers = { 'x-api-key': API_KEY };
    const { status } = await api.send({ method: 'POST', url: path, headers, body: sample(1) });
    assert.equal(status, 201);
  });
});
