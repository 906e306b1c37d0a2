import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Tokens } from 'marked';
import { inlineText, type Look } from './inline.ts';

const GAP = '  ';
/** A column that is shared out is never narrower, in characters. */
const LEAST_WIDTH = 8;

/** A table whose cells are wrapped, so that all columns fit beside each other. */
export function tableLines({ header, rows }: Tokens.Table, look: Look): string[] {
  const { style, symbols, width } = look;
  const cells = [header, ...rows].map((row) => row.map(({ tokens }) => inlineText(tokens, look)));
  const widths = columnWidths(cells, width);
  const [titles = [], ...others] = cells.map((row) => rowLines(row, widths));
  const rule = widths.map((columns) => symbols.dash.repeat(columns)).join(GAP);
  return [...titles.map((line) => style.bold(line)), style.dim(rule), ...others.flat()];
}

/** Each column takes what its widest cell wants, as long as all do with their share of the width. */
function columnWidths(cells: readonly (readonly string[])[], width: number): number[] {
  const wanted = cells[0]!.map((_, at) =>
    Math.max(...cells.map((row) => stringWidth(row[at] ?? ''))),
  );
  const columns = wanted.map((wish, at) => ({ at, wish })).sort((a, b) => a.wish - b.wish);
  const widths = [...wanted];
  let left = width - GAP.length * (columns.length - 1);
  for (const [done, { at, wish }] of columns.entries()) {
    const share = Math.max(Math.floor(left / (columns.length - done)), LEAST_WIDTH);
    widths[at] = Math.min(wish, share);
    left -= widths[at];
  }
  return widths;
}

function rowLines(row: readonly string[], widths: readonly number[]): string[] {
  const wrapped = row.map((cell, at) => wrapAnsi(cell, widths[at]!, { hard: true }).split('\n'));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, at) => padTo(lines[line] ?? '', widths[at]!))
      .join(GAP)
      .trimEnd(),
  );
}

function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - stringWidth(text), 0));
}
