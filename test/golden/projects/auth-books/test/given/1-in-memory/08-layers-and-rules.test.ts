import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertProblem, startApi } from '../../support/api.ts';
import { closes, example, key, path, sample } from '../../support/samples.ts';

const keyOf = (n: number) => ({ [key]: (sample(n) as Record<string, unknown>)[key] });
const closed = { [closes]: true };
const open = { [closes]: false };

describe('the rules of the business', () => {
  it('keeps the natural key unique, whichever method writes it', async (t) => {
    const api = await startApi(t);
    await api.post(path, sample(1));
    const { id } = (await api.post(path, sample(2))).body;
    assertProblem(await api.post(path, sample(1)), 409);
    assertProblem(await api.put(`${path}/${id}`, sample(1)), 409);
    assertProblem(await api.patch(`${path}/${id}`, keyOf(1)), 409);
    assert.deepEqual({ ...(await api.get(`${path}/${id}`)).body, ...keyOf(2) }[key], keyOf(2)[key]);
  });

  it('lets one of many win the same natural key', async (t) => {
    const api = await startApi(t);
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.post(path, example)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const answer of answers.filter(({ status }) => status !== 201)) assertProblem(answer, 409);
    assert.equal((await api.get(path)).body.total, 1);
  });

  it('does not change what is closed', async (t) => {
    const api = await startApi(t);
    const item = (await api.post(path, { ...sample(1), ...closed })).body;
    assertProblem(await api.patch(`${path}/${item.id}`, keyOf(2)), 409);
    assertProblem(await api.put(`${path}/${item.id}`, { ...sample(2), ...closed }), 409);
    assert.deepEqual((await api.get(`${path}/${item.id}`)).body, item);
  });

  it('lets a harmless repeat pass', async (t) => {
    const api = await startApi(t);
    const item = (await api.post(path, { ...sample(1), ...closed })).body;
    assert.equal((await api.patch(`${path}/${item.id}`, closed)).status, 200);
    const { status, body } = await api.put(`${path}/${item.id}`, { ...sample(1), ...closed });
    assert.equal(status, 200);
    assert.deepEqual(body, item);
  });

  it('closes and reopens, with other changes or without', async (t) => {
    const api = await startApi(t);
    const { id } = (await api.post(path, sample(1))).body;
    assert.equal((await api.patch(`${path}/${id}`, closed)).body[closes], true);
    assert.equal((await api.patch(`${path}/${id}`, { ...open, ...keyOf(2) })).status, 200);
    assert.equal((await api.put(`${path}/${id}`, { ...sample(3), ...closed })).status, 200);
    assert.equal((await api.put(`${path}/${id}`, sample(3))).body[closes], false);
  });
});
