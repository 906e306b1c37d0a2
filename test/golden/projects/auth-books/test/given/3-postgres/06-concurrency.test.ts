import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertProblem, startApi } from '../../support/api.ts';
import { path, sample } from '../../support/samples.ts';

async function startWithOne(t: TestContext) {
  const api = await startApi(t);
  const { body, headers } = await api.post(path, sample(1));
  return { api, url: `${path}/${body.id}`, etag: headers['etag']! };
}

describe('concurrency', () => {
  it('gives each version of an item a tag of its own', async (t) => {
    const { api, url, etag } = await startWithOne(t);
    assert.match(etag, /^"[^"]+"$/);
    assert.equal((await api.get(url)).headers['etag'], etag);
    const changed = await api.put(url, sample(2));
    assert.notEqual(changed.headers['etag'], etag);
    await api.post(`${url}/comments`, { body: 'it shows in the item' });
    assert.notEqual((await api.get(url)).headers['etag'], changed.headers['etag']);
  });

  it('answers 304 to a client that has this version', async (t) => {
    const { api, url, etag } = await startWithOne(t);
    const get = (tags: string) =>
      api.send({ method: 'GET', url, headers: { 'if-none-match': tags } });
    for (const tags of [etag, `"other", W/${etag}`, '*']) {
      const { status, body, headers } = await get(tags);
      assert.deepEqual([status, body, headers['etag']], [304, '', etag]);
    }
    assert.equal((await get('"other"')).status, 200);
  });

  for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
    it(`refuses to ${method} another version than the client has read`, async (t) => {
      const { api, url, etag } = await startWithOne(t);
      const send = (tags: string) =>
        api.send({ method, url, headers: { 'if-match': tags }, body: sample(3) });
      const current = (await api.put(url, sample(2))).headers['etag']!;
      for (const tags of [etag, '"other"', `W/${current}`]) assertProblem(await send(tags), 412);
      assert.equal((await api.get(url)).headers['etag'], current);
      assert.ok((await send(`"other", ${current}`)).status < 300);
    });
  }

  it('lets one of many change the same version', async (t) => {
    const { api, url, etag } = await startWithOne(t);
    const headers = { 'if-match': etag };
    const writes = Array.from({ length: 8 }, (_, n) =>
      api.send({ method: 'PUT', url, headers, body: sample(n + 2) }),
    );
    const statuses = (await Promise.all(writes)).map(({ status }) => status);
    assert.deepEqual(statuses.toSorted(), [200, ...Array(7).fill(412)]);
  });
});
