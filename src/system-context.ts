import type { Context } from './context.ts';
import { Cancelled, UserError } from './errors.ts';
import { terminalKeys } from './system/keys.ts';
import { terminalOutput } from './system/output.ts';
import { run } from './system/process.ts';
import { loadPrompt } from './system/prompt.ts';

/** The Context of a real run: this process, its terminal, its signals. */
export function systemContext(host: NodeJS.Process): Context {
  const signal = interrupts(host);
  return {
    get cwd() {
      return currentFolder(host);
    },
    env: host.env,
    out: terminalOutput(host),
    // Looked at only when a command may ask: opening standard input costs time.
    get prompt() {
      return hasTerminal(host) && !host.env['CI'] ? () => loadPrompt(signal) : null;
    },
    get keys() {
      return hasTerminal(host) ? terminalKeys(host) : null;
    },
    run,
    now: () => performance.now(),
    signal,
  };
}

function hasTerminal({ stdin, stdout }: NodeJS.Process): boolean {
  return stdin.isTTY === true && stdout.isTTY === true;
}

function currentFolder(host: NodeJS.Process): string {
  try {
    return host.cwd();
  } catch (error) {
    const hint = 'Go to one that does (cd).';
    throw new UserError('The current folder no longer exists.', hint, { cause: error });
  }
}

/** Raised by the first interrupt; a second one ends the process at once. */
function interrupts(host: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  const endBy = (exitCode: number) => () => {
    if (controller.signal.aborted) host.exit(exitCode);
    controller.abort(new Cancelled(exitCode));
  };
  host.on('SIGINT', endBy(130));
  host.on('SIGTERM', endBy(143));
  host.on('SIGHUP', endBy(129));
  return controller.signal;
}
