import MiniSearch, { type SearchResult } from 'minisearch';
import { searchOptions, type SearchEntry } from './search-entry.ts';

/** Results that are shown. */
const MOST = 8;

declare global {
  // Set by the script that holds the index.
  // eslint-disable-next-line no-var
  var searchIndex: string;
}

const place = document.querySelector<HTMLElement>('[data-search]')!;
const field = place.querySelector('input')!;
const list = place.querySelector('ol')!;
const index = MiniSearch.loadJSON<SearchEntry>(globalThis.searchIndex, searchOptions);

field.addEventListener('input', show);
place.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
  if (key === 'ArrowDown') step(1);
  if (key === 'ArrowUp') step(-1);
});
document.addEventListener('click', ({ target }) => {
  if (!place.contains(target as Node)) list.replaceChildren();
});
show();

function show(): void {
  list.replaceChildren(...index.search(field.value).slice(0, MOST).map(entryOf));
}

function entryOf(found: SearchResult): HTMLLIElement {
  const { id, title, summary, stage } = found as unknown as SearchEntry;
  const entry = document.createElement('li');
  const link = document.createElement('a');
  const about = document.createElement('span');
  link.href = place.dataset['search'] + id;
  about.textContent = `${stage}: ${summary}`;
  link.append(title, about);
  entry.append(link);
  return entry;
}

function close(): void {
  list.replaceChildren();
  field.focus();
}

/** To the next or the one before, beginning at the field. */
function step(by: 1 | -1): void {
  const stops: HTMLElement[] = [field, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[(at + by + stops.length) % stops.length]?.focus();
}
