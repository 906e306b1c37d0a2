import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stageFolder, stages, type Stage } from '../../catalog/stages.ts';
import { packageRoot } from '../../system/package-root.ts';

/** A part of a project that learners write, as a template marks it. */
export interface Region {
  /** The lesson's id, with `.part` where a lesson has several. */
  readonly id: string;
  readonly lesson: string;
  /** Path of the template below the stack's folder, e.g. `1-in-memory/src/http/errors.ts.hbs`. */
  readonly template: string;
}

const mark = /\{\{#exercise "([^"]+)"\}\}/g;

/** The regions that a stack's templates hold, up to a stage; an id stands for each of its blocks. */
export function regionsUpTo(stack: string, stage: Stage): Region[] {
  const folder = join(packageRoot(), 'templates', stack);
  return stages
    .slice(0, stage.number)
    .flatMap((each) => templatesIn(folder, stageFolder(each)))
    .flatMap((template) => regionsIn(template, readFileSync(join(folder, template), 'utf8')));
}

/** The folders of a stage's lessons, in the order in which they are taught. */
export function lessonsOf(stage: Stage): string[] {
  const folder = join(packageRoot(), 'lessons', stageFolder(stage));
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function templatesIn(stack: string, folder: string): string[] {
  return readdirSync(join(stack, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.hbs'))
    .map((path) => join(folder, path))
    .sort();
}

function regionsIn(template: string, text: string): Region[] {
  return [...text.matchAll(mark)].map(([, id]) => {
    const [lesson] = id!.split('.', 1);
    return { id: id!, lesson: lesson!, template };
  });
}
