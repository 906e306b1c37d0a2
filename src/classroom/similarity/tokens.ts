/** A token of a source, in the form in which sources are compared. */
export interface Token {
  readonly text: string;
  /** Line in the source, from 0. */
  readonly row: number;
}

/** Comments, texts, numbers, words and signs of every language of the kit. */
const pieces =
  /(?<comment>\/\*[\s\S]*?\*\/|\/\/[^\n]*|#(?!\w)[^\n]*|--\s[^\n]*)|(?<text>"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(?<number>\b\d[\w.]*)|(?<word>[\p{L}_$][\p{L}\p{N}_$]*)|(?<sign>[^\s])/gu;

/** Words of the languages themselves, which nobody can rename. */
const fixed = new Set(
  `abstract and as assert async await boolean break case catch class const continue def default defer
   delete do double elif else enum except export extends false final finally float for from func
   function go if implements import in int interface is lambda let long match new nil none not null
   number of or package pass private protected public raise range readonly return select self static
   string struct super switch this throw throws true try type undefined var void while with yield
   insert into values update set where order by limit create table`.split(/\s+/),
);

/**
 * The tokens of a source without what can be changed to hide where it comes from, and what differs
 * between variants anyway: comments and spaces are left out; names, texts and numbers are all alike.
 */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let [row, seen] = [0, 0];
  for (const match of source.matchAll(pieces)) {
    row += countBreaks(source, seen, match.index);
    seen = match.index;
    const text = formOf(match.groups!, match[0]);
    if (text !== null) tokens.push({ text, row });
  }
  return tokens;
}

function formOf({ comment, text, number, word }: Record<string, string>, whole: string) {
  if (comment !== undefined) return null;
  if (text !== undefined) return 'text';
  if (number !== undefined) return 'number';
  if (word === undefined) return whole;
  return fixed.has(word.toLowerCase()) ? word.toLowerCase() : 'name';
}

function countBreaks(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (source[at] === '\n') count += 1;
  return count;
}
