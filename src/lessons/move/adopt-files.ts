import { readText, storeTexts, type Tree } from '../../project/trees.ts';
import type { Repository } from '../../project/repository.ts';
import type { Files } from '../../scaffold/render.ts';
import { adoptSolutions } from './adopt-solutions.ts';
import type { Border } from './border.ts';

/** A person's files beside those that the kit made before the border, both as git holds them. */
export interface Comparison {
  readonly yours: Tree;
  readonly rendered: Tree;
  /** By the kit's path, the person's, of files that were renamed. */
  readonly renames: ReadonlyMap<string, string>;
}

/** A file in which the stage rewrites what a learner wrote in the regions of exercises. */
export interface Overruled {
  /** As the person calls it. */
  readonly path: string;
  /** The lessons that told to write it, and why the stage writes it anew. */
  readonly lessons: readonly { readonly id: string; readonly why: string | null }[];
}

/** Both sides of a border with what a person wrote where they were told to. */
export interface AdoptedFiles {
  readonly base: Files;
  readonly next: Files;
  readonly overruled: readonly Overruled[];
}

/** Takes what a person wrote in regions, and tests that were never begun, for the kit's own. */
export async function adoptFiles(
  repository: Repository,
  border: Border,
  comparison: Comparison,
): Promise<AdoptedFiles> {
  const adopted = await adoptRegions(repository, border, comparison);
  const todo = await testsNeverBegun(repository, border.testsToDo, comparison.yours);
  const withTodo = (files: Files) =>
    new Map([...files].map(([path, text]) => [path, todo.get(path) ?? text]));
  return { ...adopted, base: withTodo(adopted.base), next: withTodo(adopted.next) };
}

async function adoptRegions(
  repository: Repository,
  { base, next, regions, rewrites, isLearning }: Border,
  { yours, rendered, renames }: Comparison,
): Promise<AdoptedFiles> {
  const [adoptedBase, adoptedNext] = [new Map(base), new Map(next)];
  const overruled: Overruled[] = [];
  for (const [path, inFile] of regions) {
    const current = renames.get(path) ?? path;
    const [own, after] = [yours.get(current), next.get(path)];
    const isEdited = own?.object !== rendered.get(path)!.object;
    if (own === undefined || after === undefined || !isEdited) continue;
    const text = (await readText(repository, own)).replaceAll('\r\n', '\n');
    const sides = { base: base.get(path)!, next: after, yours: text };
    const adopted = adoptSolutions(sides, inFile, isLearning);
    adoptedBase.set(path, adopted.base);
    adoptedNext.set(path, adopted.next);
    const lessons = [...new Set(adopted.givingWay)].map((id) => ({
      id,
      why: rewrites[id] ?? null,
    }));
    if (lessons.length > 0) overruled.push({ path: current, lessons });
  }
  return { base: adoptedBase, next: adoptedNext, overruled };
}

/** The tests of lessons that a learner has left out, by path. */
async function testsNeverBegun(
  repository: Repository,
  testsToDo: Files,
  yours: Tree,
): Promise<Files> {
  const entries = await storeTexts(repository, [...testsToDo.values()]);
  const left = [...testsToDo].filter(([path], at) => {
    return yours.get(path)?.object === entries[at]!.object;
  });
  return new Map(left);
}
