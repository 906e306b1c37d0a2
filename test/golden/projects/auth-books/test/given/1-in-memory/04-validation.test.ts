import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFaults, assertProblem, startApi } from '../../support/api.ts';
import { example, invalid, key, path, required, sample, texts } from '../../support/samples.ts';

describe('validation', () => {
  for (const [name, values] of Object.entries(invalid)) {
    it(`refuses wrong values of ${name}`, async (t) => {
      const api = await startApi(t);
      const { id } = (await api.post(path, sample(1))).body;
      for (const value of values) {
        assertFaults(await api.post(path, { ...sample(2), [name]: value }), `/body/${name}`);
        assertFaults(await api.patch(`${path}/${id}`, { [name]: value }), `/body/${name}`);
      }
      assert.equal((await api.get(path)).body.total, 1);
    });
  }

  it('names every field that is missing', async (t) => {
    const api = await startApi(t);
    assertFaults(await api.post(path, {}), ...required.map((name) => `/body/${name}`));
  });

  for (const name of ['id', 'created_at', 'updated_at', 'constructor', 'owner~/id']) {
    it(`refuses the field ${name}, which is not the client's to set`, async (t) => {
      const api = await startApi(t);
      const token = name.replace('~', '~0').replace('/', '~1');
      assertFaults(await api.post(path, { ...example, [name]: 1 }), `/body/${token}`);
    });
  }

  it('reports all faults at once', async (t) => {
    const api = await startApi(t);
    const answer = await api.post(path, { [key]: 5, unknown: true });
    assertFaults(answer, `/body/${key}`, '/body/unknown');
  });

  for (const body of ['[]', '"text"', '5', 'true', 'null']) {
    it(`refuses the body ${body}, which is no object`, async (t) => {
      const api = await startApi(t);
      const headers = { 'content-type': 'application/json' };
      assertFaults(await api.send({ method: 'POST', url: path, headers, body }), '/body');
    });
  }

  for (const [name, { min, max }] of Object.entries(texts)) {
    it(`measures ${name} in characters, not in bytes`, async (t) => {
      const api = await startApi(t);
      const longest = await api.post(path, { ...example, [name]: '🙂'.repeat(max) });
      assert.equal(longest.status, 201);
      assertFaults(await api.post(path, { ...example, [name]: '🙂'.repeat(max + 1) }));
      if (min > 0) assertFaults(await api.post(path, { ...example, [name]: ' '.repeat(min) }));
    });

    it(`keeps ${name} as it was written, but for the space around it`, async (t) => {
      const api = await startApi(t);
      const value = [...`é ñ 👩‍👩‍👧 "';--<b>`.padEnd(min, '.')].slice(0, max).join('').trim();
      const { body } = await api.post(path, { ...example, [name]: ` ${value}\n` });
      assert.equal((await api.get(`${path}/${body.id}`)).body[name], value);
    });

    it(`refuses what no text can hold in ${name}`, async (t) => {
      const api = await startApi(t);
      for (const value of ['a\0b', '\ud800']) {
        assertFaults(await api.post(path, { ...example, [name]: value }), `/body/${name}`);
      }
      assert.equal((await api.get(path)).status, 200);
    });
  }

  it('does not echo an endless name of a field', async (t) => {
    const api = await startApi(t);
    const answer = await api.post(path, { ...example, ['x'.repeat(50_000)]: 1 });
    assertProblem(answer, 422);
    assert.ok(JSON.stringify(answer.body).length < 1000);
  });
});
