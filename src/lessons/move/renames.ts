import type { Repository } from '../../project/repository.ts';

/** How git is to look for renamed files and folders, whatever the person has configured. */
export const renameSettings = [
  'diff.renames=true',
  'diff.renameLimit=2000',
  'merge.renames=true',
  'merge.directoryRenames=true',
];

/** Which files of the first tree have another path in the second, though perhaps another text. */
export async function findRenames(
  { git }: Repository,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, string>> {
  const parts = await git
    .with(renameSettings)
    .list(
      'diff-tree',
      '-r',
      '-z',
      '-M',
      '--relative',
      '--diff-filter=R',
      '--name-status',
      from,
      to,
    );
  const renames = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 3) renames.set(parts[at + 1]!, parts[at + 2]!);
  return renames;
}
