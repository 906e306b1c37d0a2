import type { OwnWork } from './own-work.ts';

export const postgres: OwnWork = {
  solutions: {
    '03-pools': {
      edits: {
        'src/db/pool-settings.ts': [
          [
            '    // TODO (03-pools): bounds for connections, for waiting for one, and for statements.\n    idleTimeoutMillis: timeout,\n',
            `    ...boundsWithin(timeout),
    max: config.DATABASE_POOL_MAX,
`,
          ],
          [
            '/** Bounds for everything:',
            `/** Nothing is waited for longer than this, in milliseconds; our side waits a little longer. */
function boundsWithin(timeout: number) {
  return {
    query_timeout: timeout + 300,
    statement_timeout: timeout,
    connectionTimeoutMillis: timeout,
    idle_in_transaction_session_timeout: timeout * 2,
  };
}

/** Bounds for everything:`,
          ],
        ],
      },
    },
    '06-concurrency': {
      edits: {
        'src/http/etag.ts': [
          [
            `  // TODO (06-concurrency): the header may name a version; compare it with that of the item.
  return () => {
    if (request.headers['if-match'] === '') throw new Refusal('stale', 'No version is named.');
  };`,
            `  const meant = request.headers['if-match'];
  if (meant === undefined) return () => {};
  return (item) => {
    if (!names(meant, etagOf(item))) throw new Refusal('stale', 'Somebody was quicker.');
  };`,
          ],
        ],
        'src/tasks/postgres-store.ts': [
          [
            '  -- TODO (06-concurrency): change the version that was seen (seenAt), and no other.\n  WHERE id = :id\n',
            '  WHERE updated_at = :seenAt AND id = :id\n',
          ],
          [
            '  -- TODO (06-concurrency): remove the version that was seen (seenAt), and no other.\n  WHERE id = :id\n',
            '  WHERE updated_at = :seenAt AND id = :id\n',
          ],
        ],
      },
    },
  },
  answer: {
    seed: 1,
    field: 'cost',
    edits: {
      'src/tasks/schema.ts': [
        [
          '  copies: z.int().gte(1).lte(99),\n',
          '  copies: z.int().gte(1).lte(99),\n  cost: z.number().gte(0).lte(100_000),\n',
        ],
        [
          '    copies: fields.copies.default(1),\n',
          '    copies: fields.copies.default(1),\n    cost: fields.cost.default(0),\n',
        ],
        ["'copies'),", "'copies', 'cost'),"],
      ],
      'src/tasks/postgres-store.ts': [
        ['    copies\n', '    copies,\n    cost\n'],
        ['    :copies\n', '    :copies,\n    :cost\n'],
        ['    copies = :copies,\n', '    copies = :copies,\n    cost = :cost,\n'],
      ],
    },
    files: {
      'migrations/0003-what-it-costs.sql': `ALTER TABLE tasks
  ADD COLUMN cost double precision NOT NULL DEFAULT 0 CHECK (cost BETWEEN 0 AND 100000);
`,
    },
  },
  lasting: {
    'src/db/pool-settings.ts': '...boundsWithin(timeout),',
    'src/http/etag.ts': "throw new Refusal('stale', 'Somebody was quicker.')",
    'src/tasks/postgres-store.ts': 'WHERE updated_at = :seenAt AND id = :id',
  },
  replaced: { 'src/http/api-key.ts': 'return areTheSame(given, key);' },
};
