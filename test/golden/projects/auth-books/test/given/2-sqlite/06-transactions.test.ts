import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFaults, assertProblem, startApi } from '../../support/api.ts';
import { key, path, sample } from '../../support/samples.ts';

const imports = `${path}/imports`;

describe('transactions', () => {
  it('imports many at once', async (t) => {
    const api = await startApi(t);
    const items = Array.from({ length: 30 }, (_, n) => sample(n));
    const { status, body } = await api.post(imports, { items });
    assert.deepEqual([status, body], [201, { imported: 30 }]);
    assert.equal((await api.get(path)).body.total, 30);
  });

  it('imports nothing where one of them is taken, and says which', async (t) => {
    const api = await startApi(t);
    await api.post(path, sample(2));
    const answer = await api.post(imports, { items: [0, 1, 2, 0].map(sample) });
    assertProblem(answer, 409);
    const pointers = answer.body.errors.map((fault: any) => fault.pointer);
    assert.deepEqual(pointers, [`/body/items/2/${key}`, `/body/items/3/${key}`]);
    assert.equal((await api.get(path)).body.total, 1);
  });

  it('imports nothing where one of them is invalid, and says where', async (t) => {
    const api = await startApi(t);
    const items = [sample(0), { ...sample(1), [key]: 5, unknown: 1 }];
    const pointers = [`/body/items/1/${key}`, '/body/items/1/unknown'];
    assertFaults(await api.post(imports, { items }), ...pointers);
    assertFaults(await api.post(imports, { items: [] }), '/body/items');
    assertFaults(
      await api.post(imports, { items: Array.from({ length: 101 }, sample) }),
      '/body/items',
    );
    assert.equal((await api.get(path)).body.total, 0);
    assertProblem(await api.get(imports), 405);
  });
});
