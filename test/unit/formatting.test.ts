import * as fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { fitOnOneLine } from '../../src/scaffold/fit.ts';
import { literal } from '../../src/scaffold/literal.ts';

const asPrettier = (code: string, printWidth = 100) =>
  format(code, { parser: 'typescript', singleQuote: true, printWidth });

describe('a literal is spelled as Prettier spells it', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom("'", '"', '\\', '`', '\n', '$', '{', 'a', 'é', '😀') }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
  );
  const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/);
  const value = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 4 }),
    fc.dictionary(key, scalar, { maxKeys: 4 }),
  );

  test('whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (it) => {
        const code = `const it = ${literal(it)};\n`;
        expect(await asPrettier(code, 1_000)).toBe(code);
      }),
      { numRuns: 300 },
    );
  });

  test('and means the value', () => {
    fc.assert(
      fc.property(value, (it) => {
        const read = new Function(`return ${literal(it)};`)() as unknown;
        expect(JSON.stringify(read)).toBe(JSON.stringify(it));
      }),
    );
  });
});

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line},\n`).join('');

describe('what is fitted stands as Prettier puts it', () => {
  const constructs: Readonly<Record<string, (words: readonly string[]) => string>> = {
    'a list': (words) => `const it = [\n${indent(words)}];\n`,
    'a call': (words) => `call(\n${indent(words)});\n`,
    'named imports': (words) => `import {\n${indent(words)}} from './it.ts';\n`,
    'an import of types': (words) => `import type {\n${indent(words)}} from './it.ts';\n`,
    parameters: (words) => `function it(\n${indent(words)}) {}\n`,
  };
  const words = fc.uniqueArray(fc.stringMatching(/^[a-w][a-z]{0,23}$/), {
    minLength: 2,
    maxLength: 9,
  });

  test.each(Object.entries(constructs))('%s', async (_what, construct) => {
    await fc.assert(
      fc.asyncProperty(words, async (it) => {
        const names = it.map((word) => `${word}X`);
        const fitted = fitOnOneLine(construct(names), 100);
        expect(await asPrettier(fitted)).toBe(fitted);
      }),
      { numRuns: 100 },
    );
  });

  test('a chain, and braces that keep their spaces', () => {
    expect(fitOnOneLine('const it = z\n  .object(a)\n  .strict();\n', 100)).toBe(
      'const it = z.object(a).strict();\n',
    );
    expect(fitOnOneLine('  const it = {\n    a: 1,\n    b: [\n      2,\n    ],\n  };\n', 100)).toBe(
      '  const it = { a: 1, b: [2] };\n',
    );
  });

  test('exactly the width fits, and one column more does not', () => {
    const broken = 'call(\n  a,\n  b,\n);\n';
    expect(fitOnOneLine(broken, 11)).toBe('call(a, b);\n');
    expect(fitOnOneLine(broken, 10)).toBe(broken);
  });
});
