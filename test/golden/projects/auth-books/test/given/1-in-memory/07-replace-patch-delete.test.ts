import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFaults, assertProblem, startApi } from '../../support/api.ts';
import { defaults, key, path, required, sample } from '../../support/samples.ts';

const least = (n: number) => {
  const whole: Record<string, unknown> = sample(n);
  return Object.fromEntries(required.map((name) => [name, whole[name]]));
};

describe('replace, patch, delete', () => {
  it('replaces: what is left out takes its default', async (t) => {
    const api = await startApi(t);
    const { id, created_at } = (await api.post(path, sample(1))).body;
    const { status, body } = await api.put(`${path}/${id}`, least(2));
    assert.equal(status, 200);
    assert.deepEqual({ ...body, ...least(2), ...defaults, id, created_at }, body);
  });

  it('replaces twice with the same outcome', async (t) => {
    const api = await startApi(t);
    const { id } = (await api.post(path, sample(1))).body;
    const first = await api.put(`${path}/${id}`, sample(2));
    const second = await api.put(`${path}/${id}`, sample(2));
    assert.deepEqual(second.body, first.body);
  });

  it('needs every required field to replace', async (t) => {
    const api = await startApi(t);
    const { id } = (await api.post(path, sample(1))).body;
    assertFaults(await api.put(`${path}/${id}`, {}), ...required.map((name) => `/body/${name}`));
  });

  it('patches the fields that are given and no other', async (t) => {
    const api = await startApi(t);
    const before = (await api.post(path, sample(1))).body;
    const changed = { [key]: (sample(2) as Record<string, unknown>)[key] };
    const { status, body } = await api.patch(`${path}/${before.id}`, changed);
    assert.equal(status, 200);
    assert.deepEqual(body, { ...before, ...changed, updated_at: body.updated_at });
  });

  it('takes an empty patch for no change', async (t) => {
    const api = await startApi(t);
    const before = (await api.post(path, sample(1))).body;
    const { status, body } = await api.patch(`${path}/${before.id}`, {});
    assert.equal(status, 200);
    assert.deepEqual(body, before);
  });

  it('deletes without a body, and only once', async (t) => {
    const api = await startApi(t);
    const { id } = (await api.post(path, sample(1))).body;
    const gone = await api.delete(`${path}/${id}`);
    assert.equal(gone.status, 204);
    assert.equal(gone.body, '');
    assert.equal(gone.headers['content-type'], undefined);
    assertProblem(await api.delete(`${path}/${id}`), 404);
    assertProblem(await api.get(`${path}/${id}`), 404);
  });

  it('answers 404 to a change of what is not there', async (t) => {
    const api = await startApi(t);
    assertProblem(await api.put(`${path}/1`, sample(1)), 404);
    assertProblem(await api.patch(`${path}/1`, {}), 404);
    assertProblem(await api.patch(`${path}/abc`, {}), 404);
  });

  it('frees the natural key of what was deleted or renamed', async (t) => {
    const api = await startApi(t);
    const first = (await api.post(path, sample(1))).body;
    await api.put(`${path}/${first.id}`, sample(2));
    const second = await api.post(path, sample(1));
    assert.equal(second.status, 201);
    await api.delete(`${path}/${second.body.id}`);
    assert.equal((await api.post(path, sample(1))).status, 201);
  });
});
