import { parse } from 'yaml';
import type { LessonNotes } from '../src/lessons/lesson.ts';
import { suggest } from '../src/system/suggest.ts';

/** A Markdown file with front matter, taken apart. */
export interface Source {
  readonly notes: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface Rule {
  readonly wants: string;
  readonly holds: (value: unknown) => boolean;
}

const isText = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && !value.includes('{{');
const areWords = (pattern: RegExp) => (value: unknown) =>
  Array.isArray(value) && value.every((word) => typeof word === 'string' && pattern.test(word));
const sentence = { wants: 'a text without tags of the dialect', holds: isText };
const lessonId = /^\d\d-[a-z0-9]+(?:-[a-z0-9]+)*$/;

const lessonRules: Readonly<Record<keyof LessonNotes, Rule>> = {
  id: { wants: 'like 03-create-and-read', holds: (id) => lessonId.test(String(id)) },
  title: sentence,
  summary: sentence,
  concepts: {
    wants: 'a list of one or more words like location-header',
    holds: (list) => areWords(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)(list) && (list as []).length > 0,
  },
  minutes: {
    wants: 'a whole number from 1 to 120',
    holds: (minutes) => Number.isInteger(minutes) && Number(minutes) >= 1 && Number(minutes) <= 120,
  },
  kind: {
    wants: 'code, practice or reading',
    holds: (kind) => ['code', 'practice', 'reading'].includes(String(kind)),
  },
  exercises: {
    wants: 'a list of regions, each the id of the lesson or that and .part',
    holds: areWords(/^\d\d-[a-z0-9-]+(?:\.[a-z0-9-]+)?$/),
  },
  requires: {
    wants: 'a list of lessons like 03-create-and-read or sqlite/01-it-forgets',
    holds: areWords(/^(?:[a-z-]+\/)?\d\d-[a-z0-9-]+$/),
  },
  learned: sentence,
  recall: {
    wants: 'a question and an answer, each a text without tags of the dialect',
    holds: (recall) => {
      const { question, answer, ...rest } = (recall ?? {}) as Record<string, unknown>;
      return isText(question) && isText(answer) && Object.keys(rest).length === 0;
    },
  },
};

const rungs = ['Nudge', 'Pointer', 'Nearly the code'] as const;

/**
 * Reads a `lesson.md`.
 * @param path below the folder of the lessons, for messages
 * @throws Error that names every fault of the front matter
 */
export function readLesson(path: string, text: string): { notes: LessonNotes; body: string } {
  const { notes, body } = takeApart(path, text);
  const folder = path.split('/').at(-2)!;
  const faults = faultsOf(notes, lessonRules);
  if (notes['id'] !== folder) faults.push(`id: the folder is called ${folder}`);
  for (const region of Array.isArray(notes['exercises']) ? notes['exercises'] : []) {
    if (String(region).split('.')[0] !== folder) {
      faults.push(`exercises: ${region} is no region of this lesson`);
    }
  }
  refuse(path, faults);
  return { notes: notes as unknown as LessonNotes, body };
}

/** Reads a `gate.md`. */
export function readGate(path: string, text: string): { title: string; body: string } {
  const { notes, body } = takeApart(path, text);
  refuse(path, faultsOf(notes, { title: sentence }));
  return { title: notes['title'] as string, body };
}

/** Reads a `hints.md`: the text of each of its three rungs. */
export function readHints(path: string, text: string): string[] {
  const [before, ...sections] = text.split(/^## /m);
  const titles = sections.map((section) => section.split('\n', 1)[0]!.trim());
  const texts = sections.map((section) => section.slice(section.indexOf('\n') + 1).trim());
  const isWell = titles.join() === rungs.join() && before!.trim() === '' && texts.every(Boolean);
  if (isWell) return texts;
  const wanted = rungs.map((rung) => `## ${rung}`).join(', ');
  throw new Error(`${path} needs just the sections ${wanted}, in this order, none of them empty`);
}

function takeApart(path: string, text: string): Source {
  const found = /^---\n(.*?)\n---\n(.*)$/s.exec(text.replaceAll('\r\n', '\n'));
  if (found === null) throw new Error(`${path} does not begin with front matter between lines ---`);
  const notes = parse(found[1]!) as unknown;
  if (typeof notes !== 'object' || notes === null || Array.isArray(notes)) {
    throw new Error(`${path}: the front matter is no list of keys and values`);
  }
  const body = found[2]!.trim();
  if (body === '') throw new Error(`${path} has nothing below its front matter`);
  return { notes: notes as Source['notes'], body };
}

function faultsOf(notes: Source['notes'], rules: Readonly<Record<string, Rule>>): string[] {
  const unknown = Object.keys(notes)
    .filter((key) => !Object.hasOwn(rules, key))
    .map((key) => `${key}: there is no such key. ${suggest(key, Object.keys(rules))}`.trimEnd());
  const wrong = Object.entries(rules)
    .filter(([key, { holds }]) => !holds(notes[key]))
    .map(([key, { wants }]) => `${key}: ${key in notes ? 'must be' : 'is missing;'} ${wants}`);
  return [...unknown, ...wrong];
}

function refuse(path: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`${path}:\n  ${faults.join('\n  ')}`);
}
