import type { Json } from '../expect.ts';
import type { ServiceDatabase } from './service-database.ts';

/** A row of some table; which tables there are is the service's own affair. */
export interface FoundRow {
  /** Quoted, as it goes into SQL. */
  readonly table: string;
  readonly row: Json;
}

/** Rows of any table in which a text stands, in whatever column. */
export async function rowsWith(database: ServiceDatabase, text: string): Promise<FoundRow[]> {
  const tables = await database.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const found: FoundRow[] = [];
  for (const { name } of tables) {
    const select = `SELECT to_jsonb(item) AS row FROM ${name} AS item
      WHERE position(lower($1) IN lower(to_jsonb(item)::text)) > 0`;
    const rows = await database.query<{ row: Json }>(select, [text]);
    found.push(...rows.map(({ row }) => ({ table: name, row })));
  }
  return found;
}
