import { expect, test } from 'vitest';
import { bugs, countNoticed } from '../../../lessons/1-in-memory/10-two-tests/planted-bugs.ts';
import { loadMistakes } from '../../../src/lessons/mistakes.ts';
import type { Notice, TestLab } from '../../../src/lessons/your-tests/test-lab.ts';

/** Tests that notice the given bugs, as far as it can be known. */
function labThat(notices: (mistake: string) => Notice): TestLab {
  return { notices: async (mistake: string) => notices(mistake) } as unknown as TestLab;
}

test('there are six bugs, each a known mistake of the stage', () => {
  const known = new Set(
    loadMistakes()
      .filter(({ stage }) => stage === '1-in-memory')
      .map(({ id }) => id),
  );
  expect(bugs.map(([mistake]) => mistake).filter((id) => !known.has(id))).toEqual([]);
  expect(bugs).toHaveLength(6);
});

test('planting ends when enough are noticed', async () => {
  const planted: string[] = [];
  const lab = labThat((mistake) => {
    planted.push(mistake);
    return 'noticed';
  });
  expect(await countNoticed(lab, 2)).toEqual({ noticed: 2, judged: 6, missed: '' });
  expect(planted).toHaveLength(2);
});

test('one that is missed is told by what users would say', async () => {
  const lab = labThat((mistake) => (mistake === 'key-twice' ? 'missed' : 'noticed'));
  const { noticed, missed } = await countNoticed(lab, 6);
  expect(noticed).toBe(5);
  expect(missed).toBe('there are two of what may be there only once');
});

test('a bug that the tests cannot be tried on does not count', async () => {
  const lab = labThat((mistake) => (mistake === 'key-twice' ? 'unknown' : 'noticed'));
  expect((await countNoticed(lab, 6)).judged).toBe(5);
});
