import { expect, test } from 'vitest';
import { PAGE, wholeList } from '../../../lessons/1-in-memory/whole-list.ts';

const listOf = (length: number) => Array.from({ length }, (_, at) => ({ id: at + 1 }));

test.each([0, 3, PAGE, PAGE + 1, 1_250])(
  'a list of %i items is read to its end',
  async (length) => {
    const items = listOf(length);
    expect(await wholeList(async (offset) => items.slice(offset, offset + PAGE))).toEqual(items);
  },
);

test('a service that knows no pages is asked no further than it has items', async () => {
  const items = listOf(PAGE + 20);
  const asked: number[] = [];
  const all = await wholeList(async (offset) => {
    asked.push(offset);
    return items;
  });
  expect(all).toEqual(items);
  expect(asked).toEqual([0, PAGE]);
});
