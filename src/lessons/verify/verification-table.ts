import type { Stage } from '../../catalog/stages.ts';
import type { PlacedCheck } from '../../checker/check.ts';
import { CONFORMANCE, type Verdict } from './proof.ts';

/** What was proven of one lesson. */
export interface TableRow {
  readonly stage: string;
  readonly lesson: string;
  readonly checks: number;
  readonly mistakes: number;
  readonly caught: number;
  /** Time that its mistakes took, one after the other. */
  readonly seconds: number;
}

const heads = ['stage', 'lesson', 'checks', 'mistakes', 'caught', 'seconds'] as const;
const counted = ['checks', 'mistakes', 'caught', 'seconds'] as const;

/** The rows of a stage, in the order of its lessons; the conformance set comes last. */
export function rowsOf(
  stage: Stage,
  checks: readonly PlacedCheck[],
  verdicts: readonly Verdict[],
): TableRow[] {
  const introduced = checks.filter(({ from }) => from === stage.number);
  const names = introduced.map(({ lesson }) => lesson ?? CONFORMANCE);
  return [...new Set(names)].map((lesson) => {
    const planted = verdicts.filter(
      ({ mistake }) => mistake !== null && (mistake.lesson ?? CONFORMANCE) === lesson,
    );
    const milliseconds = planted.reduce((sum, verdict) => sum + verdict.milliseconds, 0);
    return {
      stage: stage.id,
      lesson,
      checks: names.filter((name) => name === lesson).length,
      mistakes: planted.length,
      caught: planted.filter(({ state }) => state === 'well').length,
      seconds: Math.round(milliseconds / 1000),
    };
  });
}

/** The rows as a Markdown table with their sum, as the formatter would align it. */
export function tableText(rows: readonly TableRow[]): string {
  const sums = counted.map((head) => rows.reduce((sum, row) => sum + row[head], 0));
  const lines = [
    heads,
    ...rows.map((row) => heads.map((head) => String(row[head]))),
    ['', '**sum**', ...sums.map((sum) => `**${sum}**`)],
  ];
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const rule = widths.map((width) => '-'.repeat(width));
  const [head, ...body] = lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at]!)));
  return [head!, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Reads the rows of {@link tableText} again; the sum is none of them. */
export function readTable(text: string): TableRow[] {
  const lines = text.split('\n').map((line) => line.split('|').slice(1, -1));
  const cells = lines.map((line) => line.map((cell) => cell.trim()));
  return cells
    .filter((row) => row.length === heads.length && /^\d+$/.test(row[2]!))
    .map(([stage, lesson, ...counts]) => {
      const numbers = counts.map((count, at) => [counted[at]!, Number(count)] as const);
      return { stage: stage!, lesson: lesson!, ...Object.fromEntries(numbers) } as TableRow;
    });
}
