/** Number that Unix systems give to `nobody`, user and group alike. */
const NOBODY = 65_534;

/** The user under which Postgres runs where we are root; null where we are somebody else. */
export const plainUser: number | null = process.getuid?.() === 0 ? NOBODY : null;

/** A command line that runs the program as a user who is not root: Postgres refuses root. */
export function asPlainUser(commandLine: readonly string[]): readonly string[] {
  if (plainUser === null) return commandLine;
  const user = [`--reuid=${plainUser}`, `--regid=${plainUser}`, '--clear-groups'];
  return ['setpriv', ...user, '--', ...commandLine];
}
