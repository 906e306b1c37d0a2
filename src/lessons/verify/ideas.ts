import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Stage } from '../../catalog/stages.ts';
import { packageRoot } from '../../system/package-root.ts';
import type { Lesson } from '../lesson.ts';

/** Something that the curriculum promises to teach. */
export interface Idea {
  /** In words. */
  readonly idea: string;
  /** Concepts of lessons that are about it. */
  readonly concepts: readonly string[];
}

/** An idea with the lessons that teach it. */
export interface CoveredIdea extends Idea {
  readonly lessons: readonly string[];
  /** Concepts that no lesson of the stage has. */
  readonly missing: readonly string[];
}

/** What the curriculum promises of a stage, and which of its lessons keep the promise. */
export function coverageOf(stage: Stage, lessons: readonly Lesson[]): CoveredIdea[] {
  const text = readFileSync(join(packageRoot(), 'lessons', 'ideas.yaml'), 'utf8');
  const ideas = (parse(text) as Record<string, Record<string, readonly string[]>>)[stage.id] ?? {};
  return Object.entries(ideas).map(([idea, concepts]) => ({
    idea,
    concepts,
    lessons: lessons.filter((lesson) => teaches(lesson, concepts)).map(({ id }) => id),
    missing: concepts.filter((concept) => !lessons.some((lesson) => teaches(lesson, [concept]))),
  }));
}

function teaches(lesson: Lesson, concepts: readonly string[]): boolean {
  return lesson.concepts.some((concept) => concepts.includes(concept));
}
