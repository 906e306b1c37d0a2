import { File, Region, TokenizedFile } from '@dodona/dolos-core';
import type { Source } from './sources.ts';
import { tokensOf } from './tokens.ts';

/** A place in one of the files of a program: lines from 1, both included. */
export interface Place {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** The lines themselves. */
  readonly text: string;
}

/** The files of a program as one, since dividing it in another way hides nothing. */
export class OneText {
  readonly tokens: TokenizedFile;
  readonly #sources: readonly Source[];
  /** Row of each file's first line. */
  readonly #begins: readonly number[];
  /** Index of the token after each file's last one. */
  readonly #ends: readonly number[];

  constructor(name: string, sources: readonly Source[]) {
    const [tokens, regions]: [string[], Region[]] = [[], []];
    const [begins, ends]: [number[], number[]] = [[], []];
    let row = 0;
    for (const { path, text } of sources) {
      begins.push(row);
      for (const token of tokensOf(text)) {
        tokens.push(token.text);
        regions.push(new Region(row + token.row, 0, row + token.row, 1));
      }
      row += text.split('\n').length;
      // No passage reaches from one file into the next.
      ends.push(tokens.length);
      tokens.push(`end of ${name} ${path}`);
      regions.push(new Region(row - 1, 0, row - 1, 1));
    }
    this.#sources = sources;
    this.#begins = begins;
    this.#ends = ends;
    this.tokens = new TokenizedFile(new File(name, ''), tokens, regions);
  }

  /** The tokens around the end of each file, as far as a passage would reach over it. */
  seams(passage: number): readonly (readonly string[])[] {
    const { tokens } = this.tokens;
    return this.#ends.map((end) => tokens.slice(Math.max(0, end - passage + 1), end + passage));
  }

  /** Where two lines of the whole are; they are in one file. */
  placeOf({ startRow, endRow }: Pick<Region, 'startRow' | 'endRow'>): Place {
    const at = this.#begins.findLastIndex((begin) => begin <= startRow);
    const [source, begin] = [this.#sources[at]!, this.#begins[at]!];
    const lines = source.text.split('\n').slice(startRow - begin, endRow - begin + 1);
    const [from, to] = [startRow - begin + 1, endRow - begin + 1];
    return { path: source.path, from, to, text: lines.join('\n') };
  }
}
