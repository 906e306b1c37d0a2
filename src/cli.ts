import { CommanderError } from 'commander';
import type { Context } from './context.ts';
import { Cancelled, UserError } from './errors.ts';
import { buildProgram } from './program.ts';
import { printable } from './system/printable.ts';
import { systemContext } from './system-context.ts';

const INTERNAL_ERROR = 70;
const WRONG_USE = 2;
const CANCELLED = 130;
/** Time in which what was under way when somebody cancelled has to end, in milliseconds. */
const LEFTOVERS_END_WITHIN_MS = 2_000;

void main();

async function main(): Promise<void> {
  // A prompt whose terminal has closed (Ctrl-D) waits for ever, and then nothing is left to do.
  process.once('beforeExit', giveUp);
  const context = systemContext(process);
  process.exitCode = await runCommand(process.argv.slice(2), context);
  process.off('beforeExit', giveUp);
  // A connection that was being made when the rest was tidied up would hold us for ever.
  if (context.signal.aborted) setTimeout(() => process.exit(), LEFTOVERS_END_WITHIN_MS).unref();
}

function giveUp(): void {
  process.exitCode = CANCELLED;
}

/** From arguments to an exit code: the only place where errors become words. */
async function runCommand(args: readonly string[], context: Context): Promise<number> {
  let exitCode = 0;
  const program = buildProgram(context, (code) => (exitCode = code));
  try {
    await program.parseAsync(
      args.filter((arg) => arg !== '--debug'),
      { from: 'user' },
    );
    return exitCode;
  } catch (error) {
    return explain(error, args, context);
  }
}

function explain(error: unknown, args: readonly string[], { out }: Context): number {
  const isDebugging = args.includes('--debug');
  if (isDebugging && error instanceof Error) out.say(error.stack ?? error.message);
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  if (error instanceof Cancelled) {
    out.say('Cancelled: nothing was made.');
    return error.exitCode;
  }
  if (error instanceof UserError) {
    out.say(`${out.symbols.failed} ${printable(error.message)}`);
    if (error.hint !== undefined) out.say(`  ${printable(error.hint)}`);
    return WRONG_USE;
  }
  out.say(`${out.symbols.failed} This is a bug of create-backend: ${printable(describe(error))}`);
  out.say(
    '  Please report it with this line, your command, and the output of the same with --debug.',
  );
  return INTERNAL_ERROR;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
