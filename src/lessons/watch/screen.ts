import type { Look } from '../../checker/report/failure-text.ts';
import { reportText } from '../../checker/report/text.ts';
import { isGreen, type Result } from '../../checker/result.ts';
import type { Lesson } from '../lesson.ts';
import type { Findings } from './rounds.ts';

/** What stands on the screen while a lesson is worked on. */
export interface Scene {
  readonly lesson: Lesson;
  /** Number of the lesson in its stage, from 1, and how many there are. */
  readonly place: readonly [number, number];
  /** Null before the first verdict. */
  readonly findings: Findings | null;
  readonly seed: number;
}

/** The keys that are heard, and what they are for. */
export const keyNames: Readonly<Record<string, string>> = {
  h: 'hint',
  l: 'lesson',
  s: 'solution',
  r: 'run all',
  n: 'next',
  q: 'quit',
};

/** The verdict of the lesson, what became of the earlier ones, and the keys. */
export function screenText(scene: Scene, look: Look): string {
  const { lesson, place, findings, seed } = scene;
  const { style } = look;
  const title = `${style.bold(lesson.title)}  ${style.dim(`${lesson.id}, ${place[0]} of ${place[1]}`)}`;
  const verdict =
    findings === null ? style.dim('Asking…') : verdictText(lesson, findings, look, seed);
  return [title, verdict, keyLine(look)].join('\n\n');
}

function verdictText(lesson: Lesson, findings: Findings, look: Look, seed: number): string {
  const { current, earlier, milliseconds } = findings;
  const own = reportText(current, seed, milliseconds, look);
  if (!isGreen(current)) return own;
  return [own, ...praise(lesson, current, look), earlierText(earlier, seed, look)].join('\n\n');
}

/** A lesson that only wants to be read has nothing to be praised for. */
function praise({ title, learned, recall }: Lesson, asked: readonly Result[], look: Look) {
  const { style, symbols } = look;
  if (!asked.some(({ check, state }) => check.lesson !== null && state === 'pass')) return [];
  const done = `${style.green(`${symbols.done} ${title}: done.`)} ${learned}`;
  return [`${done}\n${style.cyan('To recall:')} ${recall.question}`];
}

function earlierText(earlier: readonly Result[] | null, seed: number, look: Look): string {
  const { style, symbols } = look;
  if (earlier === null) return style.dim('Asking what was learned before…');
  if (isGreen(earlier))
    return `${style.green(symbols.done)} ${earlier.length} earlier checks as before`;
  const broken = `${style.red(symbols.failed)} What worked before no longer does:`;
  return `${broken}\n\n${reportText(earlier, seed, 0, look)}`;
}

function keyLine({ style }: Look): string {
  const keys = Object.entries(keyNames).map(([key, name]) => `${style.bold(key)} ${name}`);
  return keys.join(style.dim('  ·  '));
}
