import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { CreateFlags } from './flags.ts';
import type { Answers } from './plan.ts';
import { answerGit, answerInstall, type Wishes } from './questions/afterwards.ts';
import { answerDirectory, answerName } from './questions/directory.ts';
import { answerPackageManager } from './questions/package-manager.ts';
import { answerResource } from './questions/resource.ts';
import { answerStack, answerStage } from './questions/roadmap.ts';
import { Interview } from './interview.ts';

/** The wizard's outcome: what is to be made, where, and what is to be done with it then. */
export interface Order {
  readonly answers: Answers;
  /** Absolute path of the project's folder. */
  readonly target: string;
  /** Whether the files go beside those that are in the target already. */
  readonly merge: boolean;
  readonly wishes: Wishes;
}

type WizardContext = Pick<Context, 'cwd' | 'env' | 'prompt' | 'run' | 'signal' | 'out'>;

/**
 * Completes the flags to an order: what was not said is asked at a terminal, defaulted with
 * `--yes`, and otherwise refused, all that is missing in one message.
 * @param invocation how the kit was started, for the command that would run
 */
export async function takeOrder(
  flags: CreateFlags,
  context: WizardContext,
  invocation: string,
): Promise<Order> {
  const interview = new Interview(flags, flags.yes ? null : context.prompt);
  const target = await answerDirectory(interview, context.cwd);
  const name = answerName(flags, target);
  const stack = await answerStack(interview);
  const stage = await answerStage(interview);
  const { resource, resourceSource } = await answerResource(interview, context.cwd);
  const packageManager = await answerPackageManager(interview, stack, context.env);
  refuseWhatIsMissing(interview, invocation);
  return {
    answers: { name, stack, stage, resource, resourceSource, packageManager },
    target,
    merge: flags.mergeInto !== undefined,
    wishes: {
      ...(await answerGit(interview, context, target)),
      ...(await answerInstall(interview)),
    },
  };
}

/** A flag as it is typed in a shell, e.g. `--no-git` or `--resource 'my schema.json'`. */
function spellFlag([key, value]: [string, string | boolean]): string {
  const flag = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (typeof value === 'boolean') return value ? `--${flag}` : `--no-${flag}`;
  const isPlain = /^[\w@%+=:,./-]+$/.test(value);
  return `--${flag} ${isPlain ? value : `'${value.replaceAll("'", "'\\''")}'`}`;
}

function refuseWhatIsMissing({ missing, flags }: Interview, invocation: string): void {
  if (missing.length === 0) return;
  const { directory = [], ...others } = flags;
  const examples = missing.map(({ example }) => example);
  const said = Object.entries(others).map(spellFlag);
  const command = [invocation, directory, ...examples, ...said].flat().join(' ');
  const flagsMissing = missing.map(({ flag }) => flag).join(', ');
  throw new UserError(
    `Nothing can be asked here (no terminal, or CI is set), and this is missing: ${flagsMissing}.`,
    `Say it by flags: ${command}. Or add --yes, which takes the defaults.`,
  );
}
