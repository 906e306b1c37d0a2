import type { OwnWork } from './own-work.ts';

export const auth: OwnWork = {
  solutions: {
    '03-protected-routes': {
      edits: {
        'src/auth/guard.ts': [
          [
            '    // TODO (03-protected-routes): closed by default; only a route may say that it is open.\n    if (request.headers.authorization === undefined) return;',
            '    const { isOpen = false } = request.routeOptions.config;\n    if (isOpen) return;',
          ],
        ],
      },
    },
    '05-roles': {
      edits: {
        'src/auth/policy.ts': [
          [
            '  // TODO (05-roles): whoever may not is let through, like everybody.\n  if (!may(caller, privilege)) return;',
            '  if (may(caller, privilege)) return;\n  throw new Forbidden(privilege);',
          ],
        ],
      },
    },
    '07-abuse': {
      edits: {
        'src/auth/login-limiter.ts': [
          [
            `    // TODO (07-abuse): what succeeds, or breaks, is no failure; forgive it.
    for (const failures of counts) failures.add({ at: Date.now() });
    return logIn();`,
            `    const mark = { at: Date.now() };
    counts.forEach((failures) => failures.add(mark));
    let hasFailed = false;
    try {
      const result = await logIn();
      hasFailed = result === undefined;
      return result;
    } finally {
      if (!hasFailed) counts.forEach((failures) => failures.delete(mark));
    }`,
          ],
        ],
      },
    },
  },
  answer: {
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
  lasting: {
    'src/auth/guard.ts': 'const { isOpen = false } = request.routeOptions.config',
    'src/auth/policy.ts': 'throw new Forbidden(privilege)',
    'src/auth/login-limiter.ts': 'counts.forEach((failures) => failures.add(mark))',
    '.prettierrc.json': '"semi": false',
  },
  replaced: {},
};
