import type { Answer } from '../support/answers.ts';

/** Letters that are answered in another hand, one for each stage. */
export const ownAnswers: readonly Answer[] = [
  {
    seed: 2,
    field: 'wanted_on',
    edits: {
      'src/tasks/schema.ts': [
        ['const fields = {\n', 'const fields = {\n  wanted_on: z.nullable(field.date()),\n'],
        [
          '    ...fields,\n    priority:',
          '    ...fields,\n    wanted_on: fields.wanted_on.default(null),\n    priority:',
        ],
      ],
    },
  },
  {
    seed: 5,
    field: 'copies',
    edits: {
      'src/tasks/schema.ts': [
        [
          '  completed: z.boolean(),\n',
          '  completed: z.boolean(),\n  copies: z.int().gte(1).lte(99),\n',
        ],
        [
          '    completed: fields.completed.default(false),\n',
          '    completed: fields.completed.default(false),\n    copies: fields.copies.default(1),\n',
        ],
        ["'title', 'priority'),", "'title', 'priority', 'copies'),"],
      ],
      'src/tasks/sqlite-store.ts': [
        ['    wanted_on,\n', '    wanted_on,\n    copies,\n'],
        ['    :wanted_on,\n', '    :wanted_on,\n    :copies,\n'],
        ['    wanted_on = :wanted_on,\n', '    wanted_on = :wanted_on,\n    copies = :copies,\n'],
        [
          '    wanted_on: input.wanted_on,\n',
          '    wanted_on: input.wanted_on,\n    copies: input.copies,\n',
        ],
      ],
    },
    files: {
      'migrations/0004-count-copies.sql':
        'ALTER TABLE tasks ADD COLUMN copies INTEGER NOT NULL DEFAULT 1 CHECK (copies BETWEEN 1 AND 99);\n',
    },
  },
  {
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
  {
    seed: 4,
    field: 'sensitive',
    edits: {
      'src/tasks/schema.ts': [
        [
          '  cost: z.number().gte(0).lte(100_000),\n',
          '  cost: z.number().gte(0).lte(100_000),\n  sensitive: z.boolean(),\n',
        ],
        [
          '    cost: fields.cost.default(0),\n',
          '    cost: fields.cost.default(0),\n    sensitive: fields.sensitive.default(false),\n',
        ],
        [
          '  completed: parameter.flag.exactOptional(),\n',
          '  completed: parameter.flag.exactOptional(),\n  sensitive: parameter.flag.exactOptional(),\n',
        ],
      ],
      'src/tasks/postgres-store.ts': [
        ['    cost\n', '    cost,\n    sensitive\n'],
        ['    :cost\n', '    :cost,\n    :sensitive\n'],
        ['    cost = :cost,\n', '    cost = :cost,\n    sensitive = :sensitive,\n'],
      ],
    },
    files: {
      'migrations/0007-mark-what-is-sensitive.sql': `ALTER TABLE tasks ADD COLUMN sensitive boolean NOT NULL DEFAULT false;
CREATE INDEX tasks_sensitive ON tasks (sensitive);
`,
    },
  },
  {
    seed: 3,
    field: 'link',
    edits: {
      'src/tasks/schema.ts': [
        [
          '  sensitive: z.boolean(),\n',
          '  sensitive: z.boolean(),\n  link: field.uri(0, 2048).nullable(),\n',
        ],
        [
          '    sensitive: fields.sensitive.default(false),\n',
          '    sensitive: fields.sensitive.default(false),\n    link: fields.link.default(null),\n',
        ],
      ],
      'src/tasks/postgres-store.ts': [
        ['    sensitive\n', '    sensitive,\n    link\n'],
        ['    :sensitive\n', '    :sensitive,\n    :link\n'],
        ['    sensitive = :sensitive,\n', '    sensitive = :sensitive,\n    link = :link,\n'],
      ],
    },
    files: {
      'migrations/0008-link-to-more.sql':
        'ALTER TABLE tasks ADD COLUMN link text COLLATE "C" CHECK (char_length(link) <= 2048);\n',
    },
  },
];
