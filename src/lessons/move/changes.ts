import type { Repository } from '../../project/repository.ts';

/** What a crossing does to the files of a project, by their paths. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What two trees of the repository differ by in the project. */
export async function listChanges({ git }: Repository, from: string, to: string): Promise<Changes> {
  const asked = ['diff-tree', '-r', '-z', '--relative', '--no-renames', '--name-status'];
  const parts = await git.list(...asked, from, to);
  const paths = (status: string) =>
    parts.filter((_, at) => at % 2 === 1 && parts[at - 1] === status);
  return { added: paths('A'), changed: [...paths('M'), ...paths('T')], removed: paths('D') };
}
