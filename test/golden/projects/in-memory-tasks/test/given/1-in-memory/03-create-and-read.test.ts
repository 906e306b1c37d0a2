import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApi } from '../../support/api.ts';
import { defaults, example, path, required, sample } from '../../support/samples.ts';

describe('create and read', () => {
  it('creates one: 201, its address, and what was stored', async (t) => {
    const api = await startApi(t);
    const { status, headers, body } = await api.post(path, example);
    assert.equal(status, 201);
    assert.equal(headers['location'], `${path}/${body.id}`);
    assert.deepEqual({ ...body, ...example }, body);
    assert.deepEqual((await api.get(`${path}/${body.id}`)).body, body);
  });

  it('adds an id and times in UTC', async (t) => {
    const api = await startApi(t);
    const { body } = await api.post(path, example);
    assert.ok(Number.isInteger(body.id) && body.id > 0);
    assert.equal(body.created_at, new Date(body.created_at).toISOString());
    assert.equal(body.updated_at, body.created_at);
  });

  it('gives absent fields their defaults', async (t) => {
    const api = await startApi(t);
    const whole: Record<string, unknown> = sample();
    const least = Object.fromEntries(required.map((name) => [name, whole[name]]));
    const { status, body } = await api.post(path, least);
    assert.equal(status, 201);
    assert.deepEqual({ ...body, ...defaults }, body);
  });

  it('lists all, also when there are none', async (t) => {
    const api = await startApi(t);
    const empty = await api.get(path);
    assert.equal(empty.status, 200);
    assert.deepEqual([empty.body.items, empty.body.total], [[], 0]);
    const { body } = await api.post(path, example);
    assert.deepEqual((await api.get(path)).body.items, [body]);
  });

  it('never gives an id twice', async (t) => {
    const api = await startApi(t);
    const first = (await api.post(path, sample(1))).body.id;
    await api.delete(`${path}/${first}`);
    assert.notEqual((await api.post(path, sample(2))).body.id, first);
  });
});
