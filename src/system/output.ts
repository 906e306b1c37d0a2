import colors from 'picocolors';
import { startSpinner } from './spinner.ts';

/** What people and programs see of a command. */
export interface Output {
  /** The result, on standard output. */
  print(text: string): void;
  /** What accompanies the work, on standard error. */
  say(text: string): void;
  /** Shows that work is under way: cleared when it succeeds, left standing when it throws. */
  during<T>(label: string, work: () => Promise<T>): Promise<T>;
  readonly style: ReturnType<typeof colors.createColors>;
  /** Characters that every terminal of this kind can show. */
  readonly symbols: Readonly<Record<'done' | 'failed' | 'warning' | 'here' | 'dash', string>>;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
}

type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>;

/** Output to a process's own streams, coloured and animated only where a terminal shows it. */
export function terminalOutput(host: Streams): Output {
  const { stdout, env } = host;
  // Opened at its first use, which many commands never come to.
  let opened: NodeJS.WriteStream | null = null;
  const stderr = () => (opened ??= host.stderr.on('error', ignoreClosedPipe));
  const isAnimated = () => stderr().isTTY && env['TERM'] !== 'dumb' && !env['CI'];
  stdout.on('error', ignoreClosedPipe);
  const symbols = showsUnicode(env)
    ? { done: '✔', failed: '✖', warning: '▲', here: '▶', dash: '–' }
    : { done: '+', failed: 'x', warning: '!', here: '>', dash: '-' };
  return {
    print: (text) => void stdout.write(`${text}\n`),
    say: (text) => void stderr().write(`${text}\n`),
    async during(label, work) {
      const stop = isAnimated() ? startSpinner(stderr(), label) : () => {};
      try {
        return await work();
      } catch (error) {
        stop();
        stderr().write(`${symbols.failed} ${label}\n`);
        throw error;
      } finally {
        stop();
      }
    },
    style: colors.createColors(showsColor(stdout.isTTY === true, env)),
    symbols,
    width: stdout.columns ?? 80,
  };
}

/** Colour, after https://no-color.org and https://force-color.org. */
function showsColor(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}

function showsUnicode(env: NodeJS.ProcessEnv): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return !['C', 'POSIX'].includes(locale) && !['linux', 'dumb'].includes(env['TERM'] ?? '');
}

/** A reader that has seen enough (`| head`) is no error of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
