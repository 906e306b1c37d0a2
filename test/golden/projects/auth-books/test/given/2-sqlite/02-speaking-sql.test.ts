import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApi } from '../../support/api.ts';
import { freshDatabase } from '../../support/database.ts';
import { filters, key, path, sample, texts } from '../../support/samples.ts';

describe('speaking SQL', () => {
  const hostile = [`'; DROP TABLE x; --`, `" OR 1=1`, `O'Reilly`, '%_\\', ':id ? $1'];
  for (const [name, { min, max }] of Object.entries(texts)) {
    if (max < 20) continue;
    it(`takes SQL in ${name} for text`, async (t) => {
      const api = await startApi(t);
      for (const [n, value] of hostile.entries()) {
        const text = value.padEnd(min, '.');
        const { body } = await api.post(path, { ...sample(n), [name]: text });
        assert.equal((await api.get(`${path}/${body.id}`)).body[name], text);
      }
      assert.equal((await api.get(path)).body.total, hostile.length);
    });
  }

  it('takes SQL in a filter for text', async (t) => {
    const api = await startApi(t);
    await api.post(path, sample(1));
    for (const value of hostile) {
      const { status, body } = await api.get(`${path}?${key}=${encodeURIComponent(value)}`);
      assert.deepEqual([status, body.total], [200, 0]);
    }
  });

  for (const name of filters.filter((filter) => filter in texts)) {
    it(`finds by a ${name} with a quote in it`, async (t) => {
      const api = await startApi(t);
      const text = `'`.padEnd(texts[name]?.min ?? 0, '.');
      const { body } = await api.post(path, { ...sample(1), [name]: text });
      const found = (await api.get(`${path}?${name}=${encodeURIComponent(text)}`)).body;
      assert.deepEqual(found.items, [body]);
    });
  }

  it('lets no bad row past the database either', async () => {
    const { client } = await freshDatabase();
    const orphan = `INSERT INTO comments (book_id, body) VALUES (1, 'a')`;
    await assert.rejects(client.query(orphan), /foreign key/);
    const empty = `INSERT INTO books (isbn) VALUES (NULL)`;
    await assert.rejects(client.query(empty), /not-null/);
  });
});
