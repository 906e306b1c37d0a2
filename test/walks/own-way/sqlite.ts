import type { OwnWork } from './own-work.ts';

export const sqlite: OwnWork = {
  solutions: {
    '02-speaking-sql': {
      edits: {
        'src/tasks/sqlite-store.ts': [
          [
            `    // TODO (02-speaking-sql): values are written into the SQL here, and lose their quotes for it.
    const conditions = Object.entries(rowed(filters)).map(
      ([name, value]) => \`\${name} = '\${String(value).replaceAll("'", '')}'\`,
    );
    const where = ['true', ...conditions].join(' AND ');
    const values: Row = {};
`,
            `    let where = 'true';
    for (const name of Object.keys(filters)) where += \` AND \${name} = :\${name}\`;
    const values = rowed(filters);
`,
          ],
        ],
      },
    },
    '07-secrets': {
      edits: {
        'src/config.ts': [
          [
            '// TODO (07-secrets): in production there has to be a key; without one the service must not start.\nconst SafeSettings = Settings;',
            `const SafeSettings = Settings.superRefine(({ APP_ENV, API_KEY }, context) => {
  if (APP_ENV !== 'production' || API_KEY !== undefined) return;
  context.addIssue({ code: 'custom', path: ['API_KEY'], message: 'is required in production' });
});`,
          ],
        ],
      },
    },
    '08-a-simple-lock': {
      edits: {
        'src/http/api-key.ts': [
          [
            "    // TODO (08-a-simple-lock): POST is not the only method that writes.\n    if (request.method !== 'POST') return;",
            '    if (new Set(READS).has(request.method)) return;',
          ],
          [
            '  // TODO (08-a-simple-lock): this stops at the first wrong letter, and its time tells which it is.\n  return given === key;',
            '  return areTheSame(given, key);',
          ],
          [
            "import { Refusal } from '../errors.ts';\n",
            "import { Refusal } from '../errors.ts';\nimport { areTheSame } from './same-text.ts';\n",
          ],
        ],
      },
      files: {
        'src/http/same-text.ts': `import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const salt = randomBytes(32);
const digest = (text: string) => createHmac('sha256', salt).update(text).digest();

/** Takes as long for every text. */
export const areTheSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));
`,
      },
    },
  },
  answer: {
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
  lasting: {
    'src/http/same-text.ts': 'timingSafeEqual(digest(one), digest(other))',
  },
  replaced: {
    'src/tasks/sqlite-store.ts': 'for (const name of Object.keys(filters)) where +=',
    'migrations/0004-count-copies.sql': 'ADD COLUMN copies INTEGER',
  },
};
