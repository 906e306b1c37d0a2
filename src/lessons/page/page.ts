import { wrapAnsi } from 'fast-wrap-ansi';
import { lexer, type Token, type Tokens } from 'marked';
import { paintCode } from './code.ts';
import { inlineText, type Look } from './inline.ts';
import { tableLines } from './table.ts';

const INDENT = '  ';

/** Markdown as a terminal shows it: prose in the given width, code as it is and coloured. */
export function renderPage(markdown: string, look: Look): string {
  return blocks(lexer(markdown), look).join('\n');
}

/** The lines of blocks, with an empty line between two of them. */
function blocks(tokens: readonly Token[], look: Look): string[] {
  return tokens
    .map((token) => block(token, look))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

function block(token: Token, look: Look): string[] {
  const { style } = look;
  switch (token.type) {
    case 'heading':
      return [style.bold(style.underline(inlineText(token.tokens, look)))];
    case 'paragraph':
    case 'text':
      return wrap(inlineText(token.tokens, look), look.width);
    case 'code':
      return codeLines(token as Tokens.Code, look);
    case 'list':
      return listLines(token as Tokens.List, look);
    case 'blockquote':
      return quoteLines(token as Tokens.Blockquote, look);
    case 'table':
      return tableLines(token as Tokens.Table, look);
    case 'hr':
      return [style.dim(look.symbols.dash.repeat(3))];
    default:
      return [];
  }
}

/** What stands behind the language is the path of the file. */
function codeLines({ lang = '', text }: Tokens.Code, { style }: Look): string[] {
  const [language, ...path] = lang.split(' ');
  const title = path.length === 0 ? [] : [INDENT + style.dim(path.join(' '))];
  const code = paintCode(text, language!, style).split('\n');
  return [...title, ...code.map((line) => (line === '' ? '' : INDENT + line))];
}

function listLines({ items, ordered, start, loose }: Tokens.List, look: Look): string[] {
  const lines = items.map((item, at) => {
    const mark = ordered ? `${Number(start) + at}.` : look.symbols.dash;
    return itemLines(item, item.task ? `${mark} [${item.checked ? 'x' : ' '}]` : mark, look);
  });
  return lines.flatMap((item, at) => (loose && at > 0 ? ['', ...item] : item));
}

function itemLines({ tokens }: Tokens.ListItem, mark: string, look: Look): string[] {
  const indent = ' '.repeat(mark.length + 1);
  const own = tokens.filter(({ type }) => type !== 'checkbox');
  const lines = blocks(own, { ...look, width: look.width - indent.length });
  return lines.map((line, at) => (at === 0 ? `${mark} ${line}` : line && indent + line));
}

function quoteLines({ tokens }: Tokens.Blockquote, look: Look): string[] {
  const bar = look.style.dim('|');
  return blocks(tokens, { ...look, width: look.width - 2 }).map((line) => `${bar} ${line}`);
}

function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, width).split('\n');
}
