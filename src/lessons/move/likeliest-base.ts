import { readText, type Tree } from '../../project/trees.ts';
import type { Repository } from '../../project/repository.ts';
import { distance } from '../distance.ts';
import type { Border, Version } from './border.ts';

/**
 * The border with, for each file that it changes, the version before it that the person's is most
 * like: a letter may have changed what the project is to serve, but not every file of it, and a
 * formatter may have been told otherwise.
 * @param renames by the kit's path, the person's, of files that were renamed
 */
export async function withLikeliestBase(
  repository: Repository,
  border: Border,
  { yours, renames }: { yours: Tree; renames: ReadonlyMap<string, string> },
): Promise<Border> {
  const [base, next] = [new Map(border.base), new Map(border.next)];
  const regions = new Map(border.regions);
  for (const path of filesThatDiffer(border)) {
    const own = yours.get(renames.get(path) ?? path);
    if (own === undefined) continue;
    const text = (await readText(repository, own)).replaceAll('\r\n', '\n');
    const likeliest = mostLike(text, path, [border, ...border.others]);
    base.set(path, likeliest.base.get(path)!);
    next.set(path, likeliest.next?.get(path) ?? next.get(path)!);
    regions.set(path, likeliest.regions.get(path) ?? []);
  }
  return { ...border, base, next, regions };
}

/** Files that the border changes and of which there are several versions. */
function filesThatDiffer({ base, next, others }: Border): string[] {
  return [...base.keys()].filter((path) => {
    const isChanged = next.has(path) && next.get(path) !== base.get(path);
    return isChanged && others.some((version) => version.base.get(path) !== base.get(path));
  });
}

function mostLike(text: string, path: string, versions: readonly Version[]): Version {
  const found = versions.filter(({ base }) => base.has(path));
  const distances = found.map(({ base }) => distance(base.get(path)!, text));
  return found[distances.indexOf(Math.min(...distances))]!;
}
