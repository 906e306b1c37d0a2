import type { Stage } from '../../catalog/stages.ts';
import { findStage } from '../../catalog/stages.ts';
import type { Context } from '../../context.ts';
import { keepProgress, withHints } from '../../lessons/learner/progress.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { loadStageLessons } from '../../lessons/load-lessons.ts';
import { servedLinks } from '../links.ts';
import { builtFile } from '../style-sheet.ts';
import type { Oracle } from './oracle.ts';
import { changesFor, diaryFor, gateFor, lessonFor, mapFor } from './pages.tsx';
import { NoSuchPage, type Reader } from './reader.ts';

/** What a request is answered with. */
export type Reply =
  | { readonly type: 'html' | 'css' | 'javascript'; readonly text: string }
  /** What was asked for is done; the page that shows it is elsewhere. */
  | { readonly type: 'see-other'; readonly location: string };

/** A request as far as routes look at it. */
export interface Asked {
  readonly reader: Reader;
  readonly context: Context;
  readonly oracle: Oracle;
  /** What a form holds; empty where none was sent. */
  readonly form: URLSearchParams;
  /** What the groups of the route's pattern hold. */
  readonly parts: readonly string[];
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (asked: Asked) => Reply | Promise<Reply>;
}

const routes: readonly Route[] = [
  get(/^\/$/, ({ reader }) => mapFor(reader)),
  get(/^\/diary$/, ({ reader, context }) => diaryFor(reader, context)),
  get(/^\/lesson\/([^/]+)\/([^/]+)$/, ({ reader, context, oracle, parts }) =>
    lessonFor(reader, lessonOf(parts), context, oracle),
  ),
  get(/^\/gate\/([^/]+)$/, ({ reader, context, parts }) =>
    gateFor(reader, stageOfPath(parts), context),
  ),
  get(/^\/changes\/([^/]+)$/, ({ reader, parts }) => changesFor(reader, laterStage(parts))),
  { method: 'POST', path: /^\/lesson\/([^/]+)\/([^/]+)\/hint$/, answer: openHint },
  { method: 'POST', path: /^\/lesson\/([^/]+)\/([^/]+)\/predict\/(\d)$/, answer: predict },
  asset(/^\/site\.css$/, 'css'),
  asset(/^\/site\.js$/, 'javascript'),
];

/**
 * Answers a request by its method and path.
 * @throws NoSuchPage where there is nothing at that path
 */
export async function answer(
  method: string | undefined,
  path: string,
  asked: Omit<Asked, 'parts'>,
): Promise<Reply> {
  for (const route of routes) {
    const parts = route.method === method ? route.path.exec(path) : null;
    if (parts !== null) return route.answer({ ...asked, parts: parts.slice(1) });
  }
  throw new NoSuchPage(`There is no page ${path}.`, 'The map shows all of them.');
}

function get(path: RegExp, page: (asked: Asked) => string | Promise<string>): Route {
  const answer = async (asked: Asked) => ({ type: 'html', text: await page(asked) }) as const;
  return { method: 'GET', path, answer };
}

function asset(path: RegExp, type: 'css' | 'javascript'): Route {
  const file = type === 'css' ? 'site.css' : 'site.js';
  return { method: 'GET', path, answer: () => ({ type, text: builtFile(file) }) };
}

/** One rung more; it counts as it does for the command. */
function openHint({ reader: { progress, project }, parts }: Asked): Reply {
  const lesson = lessonOf(parts);
  if (progress !== null) {
    const rungs = Math.min((progress.hints[lesson.id] ?? 0) + 1, lesson.hints.length);
    keepProgress(project.folder, withHints(progress, lesson.id, rungs));
  }
  const page = servedLinks.lesson(stageOfPath(parts), lesson.id);
  return { type: 'see-other', location: `${page}#hints` };
}

/** Has the exchange, whatever was guessed; the page shows both. */
async function predict({ reader, oracle, form, parts }: Asked): Promise<Reply> {
  const lesson = lessonOf(parts);
  const number = Number(parts[2]);
  const choices = lesson.predictions[number - 1]?.choices ?? [];
  const guess = Number(form.get('status'));
  if (!choices.includes(guess)) throw new NoSuchPage('That is none of the choices.');
  await oracle.ask(reader, lesson, number, guess);
  const page = servedLinks.lesson(stageOfPath(parts), lesson.id);
  return { type: 'see-other', location: `${page}#predict-${number}` };
}

function lessonOf([stage, id]: readonly string[]): Lesson {
  const lessons = loadStageLessons(stageOfPath([stage!])).lessons;
  const found = lessons.find((lesson) => lesson.id === id);
  if (found === undefined) throw new NoSuchPage(`There is no lesson ${stage}/${id}.`);
  return found;
}

function stageOfPath([id]: readonly string[]): Stage {
  const stage = findStage(id!);
  if (stage === undefined) throw new NoSuchPage(`There is no stage ${id}.`);
  return stage;
}

function laterStage(parts: readonly string[]): Stage {
  const stage = stageOfPath(parts);
  if (stage.number === 1) throw new NoSuchPage('The first stage changes nothing: it begins.');
  return stage;
}
