import { marked, type Token } from 'marked';
import { syllable } from 'syllable';

/** What a text is like to read, code aside. */
export interface Reading {
  readonly words: number;
  /** Years of school that it asks of its readers, by Flesch and Kincaid (1975). */
  readonly grade: number;
}

/** Counts the words of a Markdown text, and how hard its sentences are; fenced code is left out. */
export function readingOf(markdown: string): Reading {
  const blocks = blocksOf(marked.lexer(markdown));
  const words = blocks.flatMap(wordsOf);
  const sentences = blocks.flatMap((block) => block.split(/[.!?…:](?=\s|$)/).filter(hasWords));
  const syllables = words.reduce((sum, word) => sum + Math.max(syllable(word), 1), 0);
  const count = Math.max(words.length, 1);
  const grade = 0.39 * (count / Math.max(sentences.length, 1)) + 11.8 * (syllables / count) - 15.59;
  return { words: words.length, grade };
}

/** Targets of the links in a Markdown text. */
export function linksOf(markdown: string): string[] {
  const links: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'link') links.push(String(token.href));
  });
  return links;
}

/** Headings of the second level in a Markdown text, in their order. */
export function headingsOf(markdown: string): string[] {
  const headings = marked.lexer(markdown).filter(({ type }) => type === 'heading');
  return headings.map((token) => String((token as { text?: string }).text));
}

/** The text of each paragraph, item and cell; a table or a list has many. */
function blocksOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'code' || token.type === 'space') return [];
    if (token.type === 'table') {
      return [...token.header, ...token.rows.flat()].map((cell) => textOf(cell.tokens));
    }
    if (token.type === 'list') return token.items.flatMap((item: Token) => blocksOf(inner(item)));
    if (token.type === 'blockquote') return blocksOf(inner(token));
    return [textOf(inner(token).length === 0 ? [token] : inner(token))];
  });
}

function textOf(tokens: readonly Token[]): string {
  const parts = tokens.map((token) =>
    inner(token).length > 0 ? textOf(inner(token)) : 'text' in token ? String(token.text) : ' ',
  );
  return parts.join('');
}

function inner(token: Token): readonly Token[] {
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(hasWords);
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
