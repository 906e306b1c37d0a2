import type { OwnWork } from './own-work.ts';

export const docker: OwnWork = {
  solutions: {
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
  },
  answer: {
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
  lasting: {
    'src/production.ts': 'if (isGuessable(config.JWT_SECRET)) found.push(',
    'src/guessable.ts': 'new Set(text).size < 10',
  },
  replaced: {},
};
