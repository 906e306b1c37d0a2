import { describe, expect, test } from 'vitest';
import { similarPairs } from '../../../src/classroom/similarity/similar-pairs.ts';
import { tokensOf } from '../../../src/classroom/similarity/tokens.ts';

const kits = `
export function listTasks(store: Store, page: number): Task[] {
  const first = (page - 1) * PAGE_SIZE;
  return store.all().slice(first, first + PAGE_SIZE).map((task) => ({ ...task }));
}
`;

/** A way of its own to keep what was asked lately. */
const own = `
/** Keeps the newest answers, and forgets the oldest. */
export class Recent {
  readonly #limit = 40;
  readonly #kept = new Map<string, { at: number; answer: string }>();

  remember(question: string, answer: string): void {
    this.#kept.delete(question);
    this.#kept.set(question, { at: Date.now(), answer });
    while (this.#kept.size > this.#limit) {
      const [oldest] = this.#kept.keys();
      if (oldest === undefined) break;
      this.#kept.delete(oldest);
    }
  }

  recall(question: string): string | null {
    const found = this.#kept.get(question);
    if (found === undefined || Date.now() - found.at > 60_000) return null;
    return found.answer;
  }
}
`;

/** The same, with every name, text, number and comment changed, in another file and order. */
const disguised = own
  .replaceAll('Recent', 'Cache')
  .replaceAll('question', 'key')
  .replaceAll('answer', 'val')
  .replaceAll('kept', 'entries')
  .replaceAll('oldest', 'first')
  .replaceAll('40', '128')
  .replaceAll('60_000', '5e3')
  .replace(/\/\*\*.*\*\//, '// my very own cache');

const other = `
export function parseRange(header: string | undefined, size: number) {
  if (!header?.startsWith('bytes=')) return undefined;
  const [begin, end] = header.slice(6).split('-').map(Number);
  switch (true) {
    case Number.isNaN(begin):
      throw new RangeError(\`nothing begins at \${header}\`);
    case end! > size:
      return { begin, end: size - 1, partial: true };
    default:
      return { begin, end, partial: begin !== 0 || end !== size - 1 };
  }
}
for (const path of process.argv.slice(2)) {
  console.log(path, await stat(path).then(({ size }) => parseRange('bytes=0-99', size)));
}
`;

const work = (name: string, ...texts: readonly string[]) => ({
  work: name,
  sources: texts.map((text, at) => ({ path: `src/${name}-${at}.ts`, text })),
});
const known = [{ path: 'src/kit.ts', text: kits }];

describe('works are similar', () => {
  test('where one holds what the other does, under other names and in another file', () => {
    const [pair, ...others] = similarPairs(
      [work('ada', kits, own), work('bo', other, disguised, kits), work('cy', kits, other)],
      known,
    ).filter(({ left }) => left === 'ada');
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ left: 'ada', right: 'bo' });
    expect(pair!.share).toBe(1);
  });

  test('and the passage that both have is quoted with its place', () => {
    const [pair] = similarPairs([work('ada', kits, own), work('bo', disguised)], known);
    const [passage] = pair!.passages;
    expect(passage!.left).toMatchObject({ path: 'src/ada-1.ts' });
    expect(passage!.right).toMatchObject({ path: 'src/bo-0.ts' });
    const lines = own.split('\n');
    const { from, to, text } = passage!.left;
    expect(lines.slice(from - 1, to).join('\n')).toBe(text);
    expect(to - from).toBeGreaterThan(10);
    expect(passage!.right.text).toContain('this.#entries.delete(key)');
  });
});

describe('works are not similar', () => {
  test('for what both have from the kit', () => {
    expect(similarPairs([work('ada', kits), work('bo', kits)], known)).toEqual([]);
  });

  test('where each is written by its author', () => {
    expect(similarPairs([work('ada', own), work('bo', other)], [])).toEqual([]);
  });

  test('for what more than a quarter of a class has', () => {
    const names = ['ada', 'bo', 'cy', 'di', 'ed'];
    expect(
      similarPairs(
        names.map((name) => work(name, own)),
        [],
      ),
    ).toEqual([]);
    expect(
      similarPairs(
        names.slice(0, 4).map((name) => work(name, own)),
        [],
      ),
    ).toHaveLength(6);
  });

  test('for a slip of a few lines that both have made', () => {
    const slip = kits.replace('page - 1', 'page');
    expect(similarPairs([work('ada', slip), work('bo', slip)], known)).toEqual([]);
  });

  test('where there is nothing to compare', () => {
    expect(similarPairs([], known)).toEqual([]);
    expect(similarPairs([work('ada'), work('bo', '')], known)).toEqual([]);
  });
});

test.each([
  ['const a = "x"; // y', 'const name = text ;'],
  ['def f(x):  # why\n    return 1.5', 'def name ( name ) : return number'],
  ['SELECT id FROM tasks -- all', 'select name from name'],
  ['this.#secret', 'this . # name'],
  [`'it\\'s' "a\\"b"`, 'text text'],
])('%j is compared as %j', (source, form) => {
  expect(
    tokensOf(source)
      .map(({ text }) => text)
      .join(' '),
  ).toBe(form);
});

test('a token knows its line', () => {
  const tokens = tokensOf('/* one\ntwo */ a\n"""x\ny""" b');
  expect(tokens.map(({ text, row }) => `${text} ${row}`)).toEqual(['name 1', 'text 2', 'name 3']);
});
