import type { Stage } from '../catalog/stages.ts';
import { requireLesson, stageOf } from '../lessons/load-lessons.ts';
import type { LinkedAssets } from './page.tsx';

/** Where the pages of a site are, as one of them sees it. */
export interface Links {
  readonly map: string;
  /** Null where the site is nobody's own. */
  readonly diary: string | null;
  readonly assets: LinkedAssets;
  lesson(stage: Stage, id: string): string;
  gate(stage: Stage): string;
  /** What a stage changes in a project of the stage before. */
  changes(stage: Stage): string;
}

/** The pages that a reader's own machine serves. */
export const servedLinks: Links = {
  map: '/',
  diary: '/diary',
  assets: { style: '/site.css', script: '/site.js', isServed: true },
  lesson: (stage, id) => `/lesson/${stage.id}/${id}`,
  gate: ({ id }) => `/gate/${id}`,
  changes: ({ id }) => `/changes/${id}`,
};

/** How a text of a stage links to lessons, e.g. to `03-create-and-read` or `sqlite/01-it-forgets`. */
export function lessonLinks(links: Links, near: Stage): (name: string) => string {
  return (name) => {
    const lesson = requireLesson(name, near);
    return links.lesson(stageOf(lesson), lesson.id);
  };
}
