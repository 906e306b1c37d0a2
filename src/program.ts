import { Command } from 'commander';
import type { Context } from './context.ts';
import { addChecking } from './program/checking.ts';
import { addCreating } from './program/creating.ts';
import { addDevelopment } from './program/development.ts';
import { addInformation } from './program/information.ts';
import { addLearning } from './program/learning.ts';
import { addMoving } from './program/moving.ts';
import { addPractising } from './program/practising.ts';
import { addTeaching } from './program/teaching.ts';
import type { Wiring } from './program/wiring.ts';
import { describeInvocation } from './system/invocation.ts';
import { packageRoot, packageVersion } from './system/package-root.ts';

/** The command line: each command is loaded only when it is called. */
export function buildProgram(context: Context, finish: Wiring['finish']): Command {
  const version = packageVersion();
  const kit = { version, ...describeInvocation(context.env, packageRoot(), version) };
  const program = new Command('create-backend')
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: write(context.out.print), writeErr: write(context.out.say) })
    .description('A working backend at any stage of the roadmap, and the way to the next one.')
    .version(version)
    .helpCommand('help [command]', 'the same as --help')
    .option('--debug', 'show the stack of an error')
    .addHelpText(
      'after',
      `\nExample:\n  ${kit.command} my-api --stage sqlite --resource books --yes`,
    );
  const wiring = { program, context, kit, finish };
  addCreating(wiring);
  addLearning(wiring);
  addInformation(wiring);
  addChecking(wiring);
  addMoving(wiring);
  addPractising(wiring);
  addTeaching(wiring);
  addDevelopment(wiring);
  return program;
}

function write(line: (text: string) => void): (text: string) => void {
  return (text) => line(text.replace(/\n$/, ''));
}
