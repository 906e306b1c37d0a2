import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testDatabase } from '../../support/database.ts';
import { filters } from '../../support/samples.ts';

for (const name of filters) {
  it(`finds by ${name} through an index`, async () => {
    const { client } = await testDatabase();
    const select = `
      SELECT 1 FROM pg_indexes
      WHERE tablename = $1 AND indexdef LIKE '%(' || quote_ident($2) || ')'`;
    const { rows } = await client.query(select, ['books', name]);
    assert.equal(rows.length, 1);
  });
}
