import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stages } from '../../catalog/stages.ts';
import { packageRoot } from '../../system/package-root.ts';
import { readTable, tableText, type TableRow } from './verification-table.ts';

const FILE = join(packageRoot(), 'docs', 'verification.md');
const BEGIN = '<!-- What follows is written by `create-backend dev verify`. -->\n\n';
const END = '\n\n<!-- What precedes was written by `create-backend dev verify`. -->';

/** Puts the rows of whole stages in the place of their old ones in docs/verification.md. */
export async function keepTable(rows: readonly TableRow[]): Promise<void> {
  const text = await readFile(FILE, 'utf8');
  await writeFile(FILE, replaceTable(text, rows));
}

/**
 * The document with new rows of some stages; those of others, and all that is written by hand, stay.
 * @throws when the document has not its two marks
 */
export function replaceTable(document: string, rows: readonly TableRow[]): string {
  const [before, inside, after] = splitAtMarks(document);
  const renewed = new Set(rows.map(({ stage }) => stage));
  const kept = readTable(inside).filter(({ stage }) => !renewed.has(stage));
  const all = stages.flatMap(({ id }) => [...kept, ...rows].filter(({ stage }) => stage === id));
  return before + BEGIN + tableText(all) + END + after;
}

function splitAtMarks(document: string): [string, string, string] {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error('docs/verification.md has lost its marks');
  const inside = document.slice(begin + BEGIN.length, end);
  return [document.slice(0, begin), inside, document.slice(end + END.length)];
}
