import { defineConfig } from 'vitest/config';

/** Named suites, from the quickest to the slowest. Limits are for what hangs, on the slowest machine. */
const suite = (name: string, timeoutMs: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    // Kept projects have tests of their own.
    exclude: ['test/golden/projects/**'],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', 60_000),
      suite('golden', 120_000),
      suite('e2e', 600_000),
      suite('sandbox', 600_000),
      suite('matrix', 600_000),
      suite('browser', 600_000),
      suite('walks', 7_200_000),
      suite('classes', 7_200_000),
    ],
    maxWorkers: 2,
  },
});
