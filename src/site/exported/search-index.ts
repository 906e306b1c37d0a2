import MiniSearch from 'minisearch';
import { lexer, type Token } from 'marked';
import { searchOptions, type SearchEntry } from '../client/search-entry.ts';

/** A page to be found. */
export interface Searchable extends SearchEntry {
  /** Its text, as Markdown. */
  readonly markdown: string;
}

/** A script that hands the index of the pages to whoever searches; a file can load it, too. */
export function searchIndex(pages: readonly Searchable[]): string {
  const index = new MiniSearch<SearchEntry & { readonly text: string }>(searchOptions);
  index.addAll(pages.map(({ markdown, ...page }) => ({ ...page, text: wordsOf(lexer(markdown)) })));
  return `globalThis.searchIndex = ${JSON.stringify(JSON.stringify(index))};\n`;
}

/** The prose of a text; what is quoted from a project would be found everywhere. */
function wordsOf(tokens: readonly Token[]): string {
  const prose = tokens.filter(({ type }) => type !== 'code');
  return prose.map((token) => token.raw.replaceAll(/[`*_#|[\]()]/g, ' ')).join(' ');
}
