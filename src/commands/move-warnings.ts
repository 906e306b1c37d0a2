import type { Overruled } from '../lessons/move/adopt-files.ts';
import type { Journal } from '../lessons/move/journal.ts';
import type { PreparedUpgrade } from '../lessons/move/upgrade.ts';
import type { Look } from './move-report.ts';

/** Whose work is written anew, and why. */
function overruledText({ path, lessons }: Overruled): string {
  const named = lessons.map(({ id, why }) => (why === null ? id : `${id} (${why})`));
  return `${path}: the stage rewrites what you wrote in ${named.join(' and ')}`;
}

/**
 * What a person might miss in their project after an upgrade, with the place where it is, and what
 * is new to set.
 * @param journal of the move; null where it was only tried
 */
export function warningLines(
  { cleared, replaced, overruled, removed, settings }: PreparedUpgrade,
  journal: Pick<Journal, 'keptOn' | 'project'> | null,
  { out }: Look,
): string[] {
  const kept = (path: string) =>
    journal === null
      ? 'would be kept on a branch'
      : `is kept: git show ${journal.keptOn}:${journal.project}${path}`;
  const lines = [
    ...replaced.map((path) => `${path} is replaced; yours, which you had changed, ${kept(path)}`),
    ...cleared.map(
      (path) => `${path} goes: the stage begins that folder anew; yours ${kept(path)}`,
    ),
    ...overruled.map((file) => `${overruledText(file)}; yours ${kept(file.path)}`),
    ...removed.map((path) => `${path} stays away, since you removed it; the stage changes it`),
    ...(settings.length === 0 ? [] : [`new settings: ${settings.join(', ')} (see .env.example)`]),
  ];
  return lines.map((line) => `${out.symbols.warning} ${line}`);
}
