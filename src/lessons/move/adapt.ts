import type { Repository } from '../../project/repository.ts';
import {
  readTree,
  storeTexts,
  writeTree,
  type Entry,
  type Tree,
  type WorkingTree,
} from '../../project/trees.ts';
import type { Files } from '../../scaffold/render.ts';
import { adoptFiles, type Overruled } from './adopt-files.ts';
import type { Border } from './border.ts';
import { withLikeliestBase } from './likeliest-base.ts';
import { giveUpFolders, withLaterNumbers } from './migrations.ts';
import { findRenames } from './renames.ts';

/** Two versions of a project's files, between which git is to carry a person's changes. */
export interface Crossing {
  readonly base: Map<string, Entry>;
  readonly next: Map<string, Entry>;
  /** The person's own. */
  readonly yours: Tree;
}

/** Two renderings as a crossing, fitted to what the person has made of the project. */
export interface Adapted extends Crossing {
  /** Files that the crossing removes although they were changed, as the person calls them. */
  readonly replaced: readonly string[];
  /** Files of the person's in folders that the stage begins anew. */
  readonly cleared: readonly string[];
  /** Files in which the stage rewrites what a learner wrote in the regions of exercises. */
  readonly overruled: readonly Overruled[];
  /** Files that the crossing changes, but the person has removed: they stay away. */
  readonly removed: readonly string[];
  /** By the kit's path, the person's, of files that were renamed. */
  readonly renames: ReadonlyMap<string, string>;
}

/**
 * Fits two renderings to the project, so that git merges what can be merged: renamed files are
 * recognised, removed ones stay away, replaced ones go even where they were changed, and lines
 * end as the person's do.
 */
export async function adaptRenderings(
  repository: Repository,
  border: Border,
  mine: WorkingTree,
): Promise<Adapted> {
  const yours = await readTree(repository, mine.id);
  const original = await writeTree(repository, await storeFiles(repository, border.base), mine.id);
  const renames = await findRenames(repository, original, mine.id);
  const likeliest = await withLikeliestBase(repository, border, { yours, renames });
  const rendered = await storeFiles(repository, likeliest.base);
  const adopted = await adoptFiles(repository, likeliest, { yours, rendered, renames });
  const next =
    border.clears.length > 0 ? adopted.next : withLaterNumbers(adopted.next, adopted.base, yours);
  const fit = (files: Files) => fitLineEnds(files, renames, mine.withCrlf);
  const crossing = {
    base: await storeFiles(repository, fit(adopted.base)),
    next: await storeFiles(repository, fit(next)),
    yours,
  };
  const cleared = giveUpFolders(crossing, border.clears);
  const replaced = giveUpReplaced(crossing, renames);
  const removed = leaveRemoved(crossing, renames);
  return { ...crossing, cleared, replaced, removed, renames, overruled: adopted.overruled };
}

async function storeFiles(repository: Repository, files: Files): Promise<Map<string, Entry>> {
  const entries = await storeTexts(repository, [...files.values()]);
  return new Map([...files.keys()].map((path, at) => [path, entries[at]!]));
}

/** Lines end as in the person's version of the file. */
function fitLineEnds(
  files: Files,
  renames: Adapted['renames'],
  withCrlf: ReadonlySet<string>,
): Files {
  const fitted = [...files].map(([path, text]): [string, string] => {
    const isCrlf = withCrlf.has(renames.get(path) ?? path);
    return [path, isCrlf ? text.replaceAll('\n', '\r\n') : text];
  });
  return new Map(fitted);
}

/** What the crossing removes is taken for what the person has made of it, so that git removes it. */
function giveUpReplaced({ base, next, yours }: Crossing, renames: Adapted['renames']): string[] {
  const changed: string[] = [];
  for (const [path, entry] of [...base].filter(([at]) => !next.has(at))) {
    const current = renames.get(path) ?? path;
    const own = yours.get(current);
    base.delete(path);
    if (own !== undefined) base.set(current, own);
    if (own !== undefined && own.object !== entry.object) changed.push(current);
  }
  return changed;
}

/** What the person has removed is taken for something that neither side has. */
function leaveRemoved({ base, next, yours }: Crossing, renames: Adapted['renames']): string[] {
  const gone = [...base.keys()].filter((path) => !yours.has(path) && !renames.has(path));
  const wanted = gone.filter((path) => next.get(path)?.object !== base.get(path)!.object);
  for (const path of gone) {
    base.delete(path);
    next.delete(path);
  }
  return wanted;
}
