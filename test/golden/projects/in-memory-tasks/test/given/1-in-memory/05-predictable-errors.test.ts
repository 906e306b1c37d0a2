import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertProblem, startApi } from '../../support/api.ts';
import { example, path } from '../../support/samples.ts';

const json = 'application/json';

describe('predictable errors', () => {
  const malformed = {
    'is cut off': '{"a":',
    'has something after it': `${JSON.stringify(example)}x`,
    'is empty': '',
    'is not UTF-8': Buffer.from([0x22, 0xff, 0x22]),
    'reaches for the prototype': '{"__proto__": {"admin": true}}',
  };
  for (const [what, body] of Object.entries(malformed)) {
    it(`answers 400 to a body that ${what}`, async (t) => {
      const api = await startApi(t);
      const headers = { 'content-type': json };
      assertProblem(await api.send({ method: 'POST', url: path, headers, body }), 400);
      assert.equal((await api.get(path)).body.total, 0);
    });
  }

  it('answers 400 to a request without a body', async (t) => {
    const api = await startApi(t);
    assertProblem(await api.send({ method: 'POST', url: path }), 400);
  });

  it('answers 404 to an unknown id', async (t) => {
    const api = await startApi(t);
    assertProblem(await api.get(`${path}/1`), 404);
  });

  it('answers 404 to an id that cannot exist', async (t) => {
    const api = await startApi(t);
    await api.post(path, example);
    for (const id of ['abc', '1e0', '+1', '-1', '0', '01', '1.0', '%201', '9'.repeat(300)]) {
      assertProblem(await api.get(`${path}/${id}`), 404);
    }
  });

  it('answers 400 to an address that is no URL', async (t) => {
    const api = await startApi(t);
    const answer = await api.get(`${path}/%ZZ`);
    assertProblem(answer, 400);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  });

  it('answers 404 to an unknown address, whatever is sent there', async (t) => {
    const api = await startApi(t);
    assertProblem(await api.get('/nowhere'), 404);
    assertProblem(await api.get(`${path}/`), 404);
    assertProblem(await api.send({ method: 'POST', url: '/nowhere', body: 'text' }), 404);
  });

  it('answers 405 to a wrong method and says which are right', async (t) => {
    const api = await startApi(t);
    const answer = await api.delete(path);
    assertProblem(answer, 405);
    assert.equal(answer.headers['allow'], 'GET, HEAD, OPTIONS, POST');
    const item = await api.post(`${path}/1`, {});
    assertProblem(item, 405);
    assert.equal(item.headers['allow'], 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT');
  });

  for (const body of ['{"a": "' + 'x'.repeat(102_400) + '"}', '['.repeat(102_401)]) {
    it(`answers 413 to a body over 100 KiB that begins with ${body.slice(0, 3)}`, async (t) => {
      const api = await startApi(t);
      const headers = { 'content-type': json };
      assertProblem(await api.send({ method: 'POST', url: path, headers, body }), 413);
    });
  }

  it('survives a deeply nested body', async (t) => {
    const api = await startApi(t);
    const body = `{"title":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const headers = { 'content-type': json };
    assertProblem(await api.send({ method: 'POST', url: path, headers, body }), 422);
    assert.equal((await api.get(path)).status, 200);
  });

  for (const type of ['text/plain', 'multipart/form-data', 'application/json; charset=latin1']) {
    it(`answers 415 to ${type}`, async (t) => {
      const api = await startApi(t);
      const headers = { 'content-type': type };
      const body = JSON.stringify(example);
      assertProblem(await api.send({ method: 'POST', url: path, headers, body }), 415);
    });
  }

  it('answers 415 to a body without a type', async (t) => {
    const api = await startApi(t);
    const request = { method: 'POST', url: path, body: Buffer.from(JSON.stringify(example)) };
    assertProblem(await api.send({ ...request, method: 'POST' }), 415);
  });

  it('takes JSON however its type is spelled', async (t) => {
    const api = await startApi(t);
    const headers = { 'content-type': 'APPLICATION/JSON; charset="UTF-8"' };
    const body = JSON.stringify(example);
    const { status } = await api.send({ method: 'POST', url: path, headers, body });
    assert.equal(status, 201);
  });
});
