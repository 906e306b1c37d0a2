import { describe, expect, test } from 'vitest';
import { keepsOut } from '../../../src/checker/files/docker-ignore.ts';
import { imageOf, parseDockerfile } from '../../../src/checker/files/dockerfile.ts';

const dockerfile = `# syntax of comments
FROM --platform=linux/amd64 node:24-slim AS base
USER node

FROM base AS packages
RUN npm ci \\
  --omit=dev

FROM base
COPY --from=packages /app/node_modules ./node_modules
CMD ["node", "server.js"]
`;

describe('a Dockerfile', () => {
  const stages = parseDockerfile(dockerfile);

  test('has its stages, with base and name', () => {
    const found = stages.map(({ base, name }) => [base, name]);
    expect(found).toEqual([
      ['node:24-slim', 'base'],
      ['base', 'packages'],
      ['base', null],
    ]);
  });

  test('joins lines that end in a backslash', () => {
    expect(stages[1]!.instructions).toEqual([{ name: 'RUN', text: 'npm ci    --omit=dev' }]);
  });

  test('gives the image what its base says, and not what other stages say', () => {
    expect(imageOf(stages).map(({ name }) => name)).toEqual(['USER', 'COPY', 'CMD']);
  });
});

describe('a .dockerignore', () => {
  test.each([
    ['*\n!src', '.env', true],
    ['*\n!src', 'src/app.ts', false],
    ['node_modules\n.env*', 'node_modules/a/index.js', true],
    ['node_modules\n.env*', '.env', true],
    ['*.log', '.env', false],
    ['# .env', '.env', false],
    ['**/.env', '.env', true],
    ['.git/', '.git/config', true],
    ['.env\n!.env', '.env', false],
  ])('%j keeps out %s: %s', (text, path, isOut) => {
    expect(keepsOut(text, path)).toBe(isOut);
  });
});
