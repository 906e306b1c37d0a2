/** Writes its own number into each of the files, and becomes the program behind them. */
const ENTER = 'while [ "$1" != -- ]; do echo $$ > "$1" || exit 125; shift; done; shift; exec "$@"';

/**
 * The beginning of a command line, by which the program that follows is in groups from its start.
 * @param doors see `Cgroup.doors`
 */
export function enterGroups(doors: readonly string[]): readonly string[] {
  return ['sh', '-c', ENTER, 'sh', ...doors, '--'];
}
