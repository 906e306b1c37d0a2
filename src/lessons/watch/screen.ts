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
  /** Shows the Markdown of a lesson in the terminal's width. */
  readonly page: (markdown: string) => string;
}

/** The keys that are heard, and what they are for. */
const keyNames: Readonly<Record<string, string>> = {
  h: 'hint',
  l: 'lesson',
  s: 'solution',
  r: 'run all',
  n: 'next',
  q: 'quit',
};

/** The verdict of the lesson, what became of the earlier ones, and the keys. */
export function screenText(scene: Scene, look: Look): string {
  const { lesson, place, findings } = scene;
  const { style } = look;
  const title = `${style.bold(lesson.title)}  ${style.dim(`${lesson.id}, ${place[0]} of ${place[1]}`)}`;
  const verdict = findings === null ? style.dim('Asking…') : verdictText(findings, scene, look);
  return [title, verdict, keyLine(look)].join('\n\n');
}

function verdictText(
  { current, earlier, milliseconds }: Findings,
  scene: Scene,
  look: Look,
): string {
  const own = reportText(current, scene.seed, milliseconds, look);
  if (!isGreen(current)) return own;
  return [own, ...praise(current, scene, look), ...earlierText(earlier, scene.seed, look)].join(
    '\n\n',
  );
}

/** A lesson that only wants to be read has nothing to be praised for. */
function praise(asked: readonly Result[], { lesson, page }: Scene, look: Look): string[] {
  const { style, symbols } = look;
  if (!asked.some(({ check, state }) => check.lesson !== null && state === 'pass')) return [];
  const { title, learned, recall } = lesson;
  const done = style.bold(style.green(`${symbols.done} ${title}: done.`));
  return [done, page(learned), `${style.cyan('To recall:')}\n${page(recall.question)}`];
}

function earlierText(earlier: readonly Result[] | null, seed: number, look: Look): string[] {
  const { style, symbols } = look;
  if (earlier === null) return [style.dim('Asking what was learned before…')];
  if (earlier.length === 0) return [];
  if (isGreen(earlier)) {
    return [`${style.green(symbols.done)} ${earlier.length} earlier checks as before`];
  }
  const broken = `${style.red(symbols.failed)} What worked before no longer does:`;
  return [broken, reportText(earlier, seed, 0, look)];
}

/** The keys that are heard, on a line. */
export function keyLine({ style }: Look): string {
  const keys = Object.entries(keyNames).map(([key, name]) => `${style.bold(key)} ${name}`);
  return keys.join(style.dim('  ·  '));
}
