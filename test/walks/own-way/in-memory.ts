import type { OwnWork } from './own-work.ts';

export const inMemory: OwnWork = {
  solutions: {
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
  },
  answer: {
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
  lasting: {
    'src/http/alive.ts': "status: 'ok'",
    'src/app.ts': "app.get('/hello', () => ({ hello: nanoid() }))",
    'package.json': '"nanoid": "5.1.5"',
    'src/http/of-clients.ts': "{ 'not-found': 404, conflict: 409 }",
    'src/http/errors.ts': '...ofClients,',
    'src/tasks/routes.ts': "reply.status(201).header('location'",
    'src/tasks/schema.ts': "describe('What is to be done')",
    'src/tasks/service.ts': "'It is done; open it again before you change it.'",
    'src/http/parameters.ts': 'wholeNumber(1, most).default(usual)',
  },
  replaced: { 'src/tasks/memory-store.ts': 'at >= offset && at < offset + limit' },
};
