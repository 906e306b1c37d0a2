import type { Change } from '../support/answers.ts';

/** Solutions in another hand than the kit's: other words, another style, sometimes another file. */
export const ownSolutions: Readonly<Record<string, Change>> = {
  '03-create-and-read': {
    edits: {
      'src/tasks/routes.ts': [
        [
          'return reply.send(item);',
          "reply.status(201).header('location', `${app.prefix}/${item.id}`);\n      return item;",
        ],
      ],
    },
  },
  '04-validation': {
    edits: {
      'src/tasks/schema.ts': [
        [
          '  // TODO (04-validation): types alone let in any length and any number; see field.text() and z.int().\n',
          '',
        ],
        ['  title: z.string(),', "  title: field.text(1, 200).describe('What is to be done'),"],
        ['  priority: z.number(),', '  priority: z.int().gte(1).lte(5),'],
      ],
    },
  },
  '05-predictable-errors': {
    edits: {
      'src/http/errors.ts': [
        [
          "  // TODO (05-predictable-errors): 500 blames the server, and these are answers to the client.\n  'not-found': 500,\n  conflict: 500,\n",
          '  ...ofClients,\n',
        ],
        [
          "import { collectMethods } from './methods.ts';\n",
          "import { collectMethods } from './methods.ts';\nimport { isOfClient, ofClients } from './of-clients.ts';\n",
        ],
        [
          "  // TODO (05-predictable-errors): two of the client's faults are known; all others become a 500.\n",
          '',
        ],
        [
          'if (error.statusCode === 400 || error.statusCode === 413) return problem(error.statusCode);',
          'if (isOfClient(error.statusCode)) return problem(error.statusCode);',
        ],
      ],
    },
    files: {
      'src/http/of-clients.ts': `/** Refusals that are the client's to mend. */
export const ofClients = { 'not-found': 404, conflict: 409 } as const;

export function isOfClient(status: number | undefined): status is number {
  return status !== undefined && status >= 400 && status < 500;
}
`,
    },
  },
  '08-layers-and-rules': {
    edits: {
      'src/tasks/service.ts': [
        [
          "  // TODO (08-layers-and-rules): the service refuses this, and the client may know why.\n  throw new Error('two of the same');",
          "  throw new Refusal('conflict', 'There is one of these already.');",
        ],
        [
          '  // TODO (08-layers-and-rules): what is closed is changed here like anything else.\n',
          "  const isShut = item.completed && wanted.completed;\n  if (isShut) throw new Refusal('conflict', 'It is done; open it again before you change it.');\n",
        ],
      ],
    },
  },
  '09-lists-that-grow': {
    edits: {
      'src/http/parameters.ts': [
        [
          '// TODO (09-lists-that-grow): whoever asks for a million gets a million; set a bound and a default.\nexport const limit = wholeNumber(1, Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER);',
          'const [usual, most] = [20, 100];\nexport const limit = wholeNumber(1, most).default(usual);',
        ],
      ],
      'src/tasks/memory-store.ts': [
        [
          '    // TODO (09-lists-that-grow): this is everything, always; filter first, count, then cut the page.\n    const items = [...this.#items.values()].toSorted(inOrderOf(query.sort));\n    return { items, total: items.length };',
          `    const { limit, offset, sort, ...filters } = query;
    const found: Task[] = [];
    for (const item of this.#items.values()) {
      const fits = Object.entries(filters).every(([name, value]) => item[name as keyof Task] === value);
      if (fits) found.push(item);
    }
    found.sort(inOrderOf(sort));
    return { total: found.length, items: found.filter((_, at) => at >= offset && at < offset + limit) };`,
        ],
      ],
    },
  },
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
  // In the form that the project has by then: without semicolons.
  '03-twelve-factors': {
    edits: {
      'src/production.ts': [
        [
          "  // TODO (03-twelve-factors): what else is fine on a laptop, and a hole where strangers come by?\n  return config.JWT_SECRET === '' ? ['JWT_SECRET must not be empty'] : []",
          `  const { username, password } = new URL(config.DATABASE_URL)
  const found: string[] = []
  if (isGuessable(config.JWT_SECRET)) found.push('JWT_SECRET must be random')
  if (['', username, 'postgres'].includes(password)) found.push('DATABASE_URL needs a password')
  if (config.CORS_ORIGINS.join().includes('http:')) found.push('CORS_ORIGINS must be https')
  if (!['info', 'warn', 'error'].includes(config.LOG_LEVEL)) found.push('LOG_LEVEL tells too much')
  return found`,
        ],
        [
          "import type { Config } from './config.ts'\n",
          "import type { Config } from './config.ts'\nimport { isGuessable } from './guessable.ts'\n",
        ],
      ],
    },
    files: {
      'src/guessable.ts': `/** Whether a person has made it up. */
export function isGuessable(text: string): boolean {
  return new Set(text).size < 10 || /change|secret|example/i.test(text)
}
`,
    },
  },
};
