import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';

/** Three versions of one text: where two went, `yours` and `theirs`, from `base`. */
export interface Versions {
  readonly yours: string;
  readonly base: string;
  readonly theirs: string;
}

/** What three versions make together. */
export interface Merged {
  readonly text: string;
  /** Whether both had changed the same lines, where theirs stand now. */
  readonly isContested: boolean;
}

type MergeContext = Pick<Context, 'run' | 'env' | 'signal'>;

/** The exit code is the number of conflicts, as far as it goes; beyond that, git has failed. */
const MOST_CONFLICTS = 127;

/** Merges three versions of a text by git; its line ends stay those of `yours`. */
export async function mergeTexts(context: MergeContext, versions: Versions): Promise<Merged> {
  const isWindows = versions.yours.includes('\r\n');
  const folder = await mkdtemp(join(tmpdir(), 'create-backend-merge-'));
  try {
    for (const [name, text] of Object.entries(versions)) {
      await writeFile(join(folder, name), text.replaceAll('\r\n', '\n'));
    }
    const plain = await mergeFile(context, folder, []);
    const merged = plain.conflicts === 0 ? plain : await mergeFile(context, folder, ['--theirs']);
    const text = isWindows ? merged.text.replaceAll('\n', '\r\n') : merged.text;
    return { text, isContested: plain.conflicts > 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mergeFile({ run, env, signal }: MergeContext, folder: string, flags: string[]) {
  const command = ['git', 'merge-file', '-p', '--quiet', ...flags, 'yours', 'base', 'theirs'];
  const { started, exitCode, stdout, output } = await run(command, { cwd: folder, env, signal });
  if (!started) throw new UserError('git is not installed, and it does the merging here.');
  if (exitCode === null || exitCode > MOST_CONFLICTS) {
    throw new UserError(`git could not merge: ${output.trim()}`);
  }
  return { text: stdout, conflicts: exitCode };
}
