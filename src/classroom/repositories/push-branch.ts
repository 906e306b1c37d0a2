import { Git, type GitContext } from '../../project/git.ts';

/** One branch and where it goes. */
export interface Parcel {
  /** Folder of the repository. */
  readonly path: string;
  readonly remote: string;
  readonly branch: string;
  /** Command that makes the remote where it does not answer; null where it is expected to be there. */
  readonly create: readonly string[] | null;
}

/** What became of it. */
export interface PushOutcome {
  /**
   * `there`: it was pushed before; `beside`: the student has gone on, so what is new lies on
   * {@link UPDATE_BRANCH} for them to merge.
   */
  readonly state: 'pushed' | 'there' | 'beside' | 'failed';
  /** Why it failed; null where it did not. */
  readonly reason: string | null;
}

/** The branch on which students find what has changed since they were given their repository. */
export const UPDATE_BRANCH = 'update';

/** Pushes a branch that is not at its remote yet, and makes the remote where that is wanted. */
export function pushBranch(context: GitContext, parcel: Parcel): Promise<PushOutcome> {
  return new Push(context, parcel).run(parcel.create);
}

const outcome = (state: PushOutcome['state'], reason: string | null = null): PushOutcome => ({
  state,
  reason,
});

/** One branch on its way to its remote; git itself remembers what has arrived. */
class Push {
  readonly #context: GitContext;
  readonly #git: Git;
  readonly #remote: string;
  readonly #branch: string;

  constructor(context: GitContext, { path, remote, branch }: Parcel) {
    this.#context = context;
    // Nobody is there to answer for hundreds of repositories.
    const env = { GIT_TERMINAL_PROMPT: '0', GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' };
    this.#git = new Git(context, path, [], { ...env, ...sshCommandOf(context.env) });
    this.#remote = remote;
    this.#branch = branch;
  }

  async run(create: readonly string[] | null): Promise<PushOutcome> {
    if (await this.#hasArrived()) return outcome('there');
    await this.#setRemote();
    if (create !== null && !(await this.#answers())) {
      const { started, exitCode, output } = await this.#create(create);
      if (!started) return outcome('failed', `there is no program ${create[0]}`);
      if (exitCode !== 0) return outcome('failed', `${create[0]}: ${lastLine(output)}`);
    }
    return this.#push();
  }

  /** Whether the remote was last seen with just this commit, on its branch or beside it. */
  async #hasArrived(): Promise<boolean> {
    const url = await this.#git.try('config', '--get', 'remote.origin.url');
    if (url.stdout.trimEnd() !== this.#remote) return false;
    const seen = [this.#branch, UPDATE_BRANCH].map((name) => `refs/remotes/origin/${name}`);
    const format = '--format=%(objectname)';
    const objects = await this.#git.read('for-each-ref', format, ...seen);
    const own = await this.#git.read('rev-parse', `refs/heads/${this.#branch}`);
    return objects.split('\n').includes(own);
  }

  async #setRemote(): Promise<void> {
    const { exitCode } = await this.#git.try('remote', 'set-url', 'origin', this.#remote);
    if (exitCode !== 0) await this.#git.read('remote', 'add', 'origin', this.#remote);
  }

  async #answers(): Promise<boolean> {
    return (await this.#git.try('ls-remote', '--quiet', 'origin')).exitCode === 0;
  }

  #create(command: readonly string[]) {
    const { run, env, signal } = this.#context;
    return run(command, { cwd: this.#git.folder, env, signal });
  }

  async #push(): Promise<PushOutcome> {
    const direct = await this.#pushTo(this.#branch);
    if (direct.exitCode === 0) return outcome('pushed');
    if (!/\((?:non-fast-forward|fetch first)\)/.test(direct.output)) {
      return outcome('failed', lastLine(direct.output));
    }
    if (!(await this.#isStudents())) {
      return outcome(
        'failed',
        'something else is there already, which this repository did not become',
      );
    }
    const beside = await this.#pushTo(UPDATE_BRANCH);
    return beside.exitCode === 0 ? outcome('beside') : outcome('failed', lastLine(beside.output));
  }

  /** Whether what lies at the remote has grown out of what was pushed there. */
  async #isStudents(): Promise<boolean> {
    await this.#git.read('fetch', '--quiet', 'origin', this.#branch);
    return (await this.#git.try('merge-base', this.#branch, 'FETCH_HEAD')).exitCode === 0;
  }

  #pushTo(branch: string) {
    const refspec = `refs/heads/${this.#branch}:refs/heads/${branch}`;
    return this.#git.try('push', '--quiet', 'origin', refspec);
  }
}

function sshCommandOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = env['GIT_SSH_COMMAND'];
  return own === undefined ? {} : { GIT_SSH_COMMAND: own };
}

/** Git says last what it was about; what the host says stands before it. */
function lastLine(output: string): string {
  const lines = output.trim().split('\n').filter(Boolean);
  return (
    lines.find((line) => /^(?:fatal|error|remote:.*(?:error|denied))/i.test(line)) ??
    lines.at(-1) ??
    'it said nothing'
  );
}
