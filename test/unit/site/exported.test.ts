import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { findStack } from '../../../src/catalog/stacks.ts';
import { findStage, stages } from '../../../src/catalog/stages.ts';
import { searchOptions } from '../../../src/site/client/search-entry.ts';
import { exportedLinks } from '../../../src/site/exported/exported-links.ts';
import { searchIndex } from '../../../src/site/exported/search-index.ts';

const variant = { stack: findStack('typescript')!, shell: 'powershell', stages } as const;

test('pages of an exported site find each other by relative addresses', () => {
  const links = exportedLinks('typescript-powershell/in-memory/gate.html', variant);
  const own = '../../typescript-powershell';
  expect(links.map).toBe(`${own}/index.html`);
  expect(links.lesson(findStage('sqlite')!, '01-it-forgets')).toBe(
    `${own}/sqlite/01-it-forgets.html`,
  );
  expect(links.assets.style).toBe('../../site.css');
});

test('a page is found by its words, and not by the code that it quotes', () => {
  const page = { id: 'a.html', title: 'Create', summary: 'Make it.', stage: 'In memory' };
  const markdown = 'A lamp in a train.\n\n```ts\nconst zebra = 1;\n```\n';
  const script = searchIndex([{ ...page, markdown }]);
  const json = JSON.parse(/^globalThis\.searchIndex = (.*);\n$/s.exec(script)![1]!) as string;
  const index = MiniSearch.loadJSON(json, searchOptions);
  expect(index.search('lamp')).toMatchObject([page]);
  expect(index.search('zebra')).toEqual([]);
});
