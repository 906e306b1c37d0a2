import { stages, type Stage } from '../../catalog/stages.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { renderProject, type Files } from '../../scaffold/render.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';
import { changesOf } from './line-changes.ts';

/** The lessons of a stage that have regions. */
export type LessonsOf = (stage: Stage) => readonly string[];

/** Lines of a lesson that a stage changes. */
export interface Disturbance {
  readonly lesson: string;
  readonly path: string;
  /** The first of them. */
  readonly line: string;
}

/** Lines that learners wrote in one lesson: their numbers from 0, by path. */
interface Work {
  readonly lesson: string;
  readonly lines: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * What a stage changes of lines that learners wrote in lessons of earlier stages: each would be a
 * conflict when a project moves on. A later lesson may reopen such lines, with what stands there as
 * its starter; from then on they are that lesson's.
 */
export function disturbedWork(plan: Plan, lessonsOf: LessonsOf): Disturbance[] {
  const earlier = stages.slice(0, plan.stage.number - 1);
  let works: Work[] = [];
  for (const stage of earlier) {
    const solved = renderAt(plan, stage);
    if (stage.number > 1) {
      const before = renderAt(plan, stages[stage.number - 2]!);
      works = works.map((work) => carryOver(work, before, solved));
    }
    const written = lessonsOf(stage).map((lesson) => {
      return writtenIn(lesson, solved, renderAt(plan, stage, [lesson]));
    });
    works = [...works, ...written];
  }
  if (earlier.length === 0) return [];
  const before = renderAt(plan, earlier.at(-1)!);
  const after = renderAt(plan, plan.stage, lessonsOf(plan.stage));
  return works.flatMap((work) => disturbances(work, before, after));
}

function renderAt(plan: Plan, stage: Stage, open: readonly string[] = []): Files {
  return renderProject({ ...plan, stage, open }, loadTemplates(plan.stack.id, stage), null);
}

/** What the solution of a lesson has in place of its starter. */
function writtenIn(lesson: string, solved: Files, open: Files): Work {
  const paths = [...solved.keys()].filter((path) => isSource(path));
  const lines = paths.map((path): [string, ReadonlySet<number>] => [
    path,
    changesOf(solved.get(path)!, open.get(path) ?? '').changed,
  ]);
  return { lesson, lines: new Map(lines.filter(([, changed]) => changed.size > 0)) };
}

/** Where the lines stand a stage later; those that are no longer there belong to a later lesson. */
function carryOver({ lesson, lines }: Work, before: Files, after: Files): Work {
  const carried = [...lines].flatMap(([path, numbers]): [string, ReadonlySet<number>][] => {
    const text = after.get(path);
    if (text === undefined) return [];
    const { kept } = changesOf(before.get(path)!, text);
    const found = [...numbers].flatMap((line) => kept.get(line) ?? []);
    return [[path, new Set(found)]];
  });
  return { lesson, lines: new Map(carried) };
}

/** A file that goes takes its regions with it; what the learner wrote there is kept aside. */
function disturbances({ lesson, lines }: Work, before: Files, after: Files): Disturbance[] {
  return [...lines].flatMap(([path, numbers]) => {
    const [text, next] = [before.get(path)!, after.get(path)];
    if (next === undefined) return [];
    const { changed, pushed } = changesOf(text, next);
    const isTouched = (line: number) =>
      changed.has(line) || (pushed.has(line) && numbers.has(line - 1));
    const touched = [...numbers].filter(isTouched).map((line) => text.split('\n')[line]!.trim());
    return touched.length === 0 ? [] : [{ lesson, path, line: touched[0]! }];
  });
}

/** Beside the source: manifests are merged by key, the state file and the given tests are the kit's. */
function isSource(path: string): boolean {
  return !path.endsWith('.json') && !path.startsWith('test/given/');
}
