import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApi } from '../../support/api.ts';
import { example, path } from '../../support/samples.ts';

describe('raw HTTP', () => {
  it('answers HEAD as GET, without the body', async (t) => {
    const api = await startApi(t);
    const { id } = (await api.post(path, example)).body;
    for (const url of [path, `${path}/${id}`, '/health/live', '/openapi.json']) {
      const get = await api.get(url);
      const head = await api.send({ method: 'HEAD', url });
      assert.equal(head.status, 200, url);
      assert.equal(head.headers['content-type'], get.headers['content-type']);
      assert.equal(head.headers['content-length'], get.headers['content-length']);
      assert.equal(head.body, '');
    }
  });

  it('answers OPTIONS with the methods of an address', async (t) => {
    const api = await startApi(t);
    const { status, headers } = await api.send({ method: 'OPTIONS', url: path });
    assert.equal(status, 204);
    assert.equal(headers['allow'], 'GET, HEAD, OPTIONS, POST');
  });

  it('lets no browser guess a type, and does not name its software', async (t) => {
    const api = await startApi(t);
    for (const url of [path, '/nowhere', `${path}/1`, '/docs', '/openapi.json']) {
      const { headers } = await api.get(url);
      assert.equal(headers['x-content-type-options'], 'nosniff', url);
      assert.equal(headers['server'], undefined);
      assert.equal(headers['x-powered-by'], undefined);
    }
  });

  it('gives every request an id, and keeps a harmless one of the client', async (t) => {
    const api = await startApi(t);
    const idFor = async (given: string) => {
      const headers = { 'x-request-id': given };
      const answer = await api.send({ method: 'GET', url: path, headers });
      return answer.headers['x-request-id'];
    };
    assert.equal(await idFor('Abc-1._9'), 'Abc-1._9');
    for (const given of ['', 'a b', 'ü', 'x'.repeat(65), '<script>']) {
      assert.match((await idFor(given)) ?? '', /^[0-9a-f-]{36}$/);
    }
  });

  it('answers in JSON whatever is asked for', async (t) => {
    const api = await startApi(t);
    for (const accept of ['*/*', 'application/*', 'image/png']) {
      const { status } = await api.send({ method: 'GET', url: path, headers: { accept } });
      assert.equal(status, 200);
    }
  });

  it('describes itself, every model once', async (t) => {
    const api = await startApi(t);
    const { status, body } = await api.get('/openapi.json');
    assert.equal(status, 200);
    assert.match(body.openapi, /^3\.1\./);
    assert.deepEqual(Object.keys(body.paths[path]).toSorted(), ['get', 'post']);
    assert.deepEqual(Object.keys(body.paths[`${path}/{id}`]), ['get', 'put', 'patch', 'delete']);
    const models = Object.values(body.components.schemas).map((model) => JSON.stringify(model));
    assert.equal(new Set(models).size, models.length);
  });

  it('shows its documentation without the internet', async (t) => {
    const api = await startApi(t);
    const { status, body } = await api.get('/docs');
    assert.equal(status, 200);
    assert.doesNotMatch(body, /(src|href)="https?:/);
  });
});
