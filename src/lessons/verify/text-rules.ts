import { findStage } from '../../catalog/stages.ts';
import type { Lesson } from '../lesson.ts';
import { stageOf } from '../load-lessons.ts';
import type { Mistake } from '../mistakes.ts';
import { headingsOf, linksOf, readingOf } from './prose.ts';
import type { Region } from './regions.ts';

/** A lesson as it is read, and what it is to agree with. */
export interface LessonInPlace {
  readonly lesson: Lesson;
  /** Its texts in Markdown. */
  readonly body: string;
  readonly hints: readonly string[];
  /** Every lesson that is written, in order. */
  readonly curriculum: readonly Lesson[];
  /** The regions of all lessons. */
  readonly regions: readonly Region[];
  readonly mistakes: readonly Mistake[];
}

/** Least and most words of a lesson, code not counted. */
const WORDS = { least: 300, most: 700 };
const sections = ['Why it matters', 'In your project', 'Your task'];

/** What is wrong with a lesson's text, a sentence each. */
export function remarksOn(place: LessonInPlace): string[] {
  return rules.flatMap((rule) => rule(place));
}

const rules: readonly ((place: LessonInPlace) => readonly string[])[] = [
  function length({ body }) {
    const { words } = readingOf(body);
    const { least, most } = WORDS;
    return words < least || words > most ? [`has ${words} words, not ${least} to ${most}`] : [];
  },

  function order({ body }) {
    const found = headingsOf(body).filter((heading) => sections.includes(heading));
    return found.join() === sections.join() ? [] : [`needs the sections ${sections.join(', ')}`];
  },

  function rising({ hints }) {
    const words = hints.map((hint) => hint.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
    const isRising = words.every((count, at) => at === 0 || count > words[at - 1]!);
    return isRising ? [] : ['has hints of which a later one says no more than one before it'];
  },

  function lastRung({ lesson, hints }) {
    const isCode = lesson.kind !== 'code' || /^ *```/m.test(hints.at(-1) ?? '');
    return isCode ? [] : ['has no code in its last hint'];
  },

  function links({ lesson, body, hints, curriculum }) {
    const targets = [body, ...hints].flatMap(linksOf).filter((link) => link.startsWith('lesson:'));
    const names = [...targets.map((link) => link.slice('lesson:'.length)), ...lesson.requires];
    return names
      .filter((name) => find(name, lesson, curriculum) === undefined)
      .map((name) => `names the lesson ${name}, which is not there`);
  },

  function prerequisites({ lesson, curriculum }) {
    const at = curriculum.indexOf(lesson);
    return lesson.requires
      .filter((name) => curriculum.indexOf(find(name, lesson, curriculum) ?? lesson) > at)
      .map((name) => `requires ${name}, which comes later`);
  },

  function concepts({ lesson, curriculum }) {
    const others = curriculum.filter(({ id }) => id !== lesson.id);
    return lesson.concepts.flatMap((concept) => {
      const owner = others.find((other) => other.concepts.includes(concept));
      return owner === undefined ? [] : [`teaches ${concept}, as ${owner.id} does`];
    });
  },

  function owned({ lesson, regions }) {
    const own = new Set(
      regions.filter((region) => region.lesson === lesson.id).map(({ id }) => id),
    );
    return [
      ...lesson.exercises
        .filter((id) => !own.has(id))
        .map((id) => `owns the region ${id}, which no template has`),
      ...[...own]
        .filter((id) => !lesson.exercises.includes(id))
        .map((id) => `does not name ${id}, a region of its own`),
    ];
  },

  function kind({ lesson: { kind, exercises } }) {
    if (kind === 'code' && exercises.length === 0) return ['is of kind code and has no region'];
    return kind !== 'code' && exercises.length > 0 ? [`is of kind ${kind} and has regions`] : [];
  },

  // A lesson that only wants to be read has nothing that could go wrong.
  function mistakes({ lesson, mistakes }) {
    const own = mistakes.some((mistake) => {
      return mistake.stage === lesson.stage && mistake.lesson === lesson.id;
    });
    return own || lesson.kind === 'reading' ? [] : ['has no mistake'];
  },
];

/** The lesson that a name means: of the same stage, or with its stage before it. */
function find(name: string, near: Lesson, curriculum: readonly Lesson[]): Lesson | undefined {
  const [stageName, id] = name.includes('/') ? name.split('/', 2) : [stageOf(near).id, name];
  const stage = findStage(stageName!);
  return curriculum.find((lesson) => lesson.id === id && stageOf(lesson) === stage);
}
