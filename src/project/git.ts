import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { RunResult } from '../system/process.ts';

export type GitContext = Pick<Context, 'run' | 'env' | 'signal'>;

/** The kit's own name, for who has told git none. */
const kitIdentity = ['user.name=create-backend', 'user.email=create-backend@localhost'];

/** The kit's commits neither run programs that others configured nor stumble over their wishes. */
const plain = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.safecrlf=false',
  'commit.gpgSign=false',
  'tag.gpgSign=false',
  'rerere.enabled=false',
  'gc.auto=0',
];

/** What binds git to one repository: `git rev-parse --local-env-vars`. */
const boundToARepository =
  /^GIT_(?:ALTERNATE_OBJECT_DIRECTORIES|CONFIG|CONFIG_PARAMETERS|OBJECT_DIRECTORY|DIR|WORK_TREE|IMPLICIT_WORK_TREE|GRAFT_FILE|INDEX_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|SHALLOW_FILE|COMMON_DIR)$/;

/** git in one folder, as if nothing of an outer git (a hook, say) were set in the environment. */
export class Git {
  readonly folder: string;
  readonly #context: GitContext;
  readonly #settings: readonly string[];
  readonly #env: NodeJS.ProcessEnv;

  constructor(
    context: GitContext,
    folder: string,
    settings: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ) {
    this.folder = folder;
    this.#context = context;
    this.#settings = settings;
    this.#env = env;
  }

  /** The same in another folder. */
  in(folder: string): Git {
    return new Git(this.#context, folder, this.#settings, this.#env);
  }

  /** The same with further settings, as `name=value`. */
  with(settings: readonly string[]): Git {
    const all = [...this.#settings, ...settings];
    return new Git(this.#context, this.folder, all, this.#env);
  }

  /** The same on an index of our own; the person's is left alone. */
  onIndex(path: string): Git {
    const env = { ...this.#env, GIT_INDEX_FILE: path };
    return new Git(this.#context, this.folder, this.#settings, env);
  }

  /** The same, but not stopped by an interrupt: for steps that must not end half-way. */
  uninterrupted(): Git {
    const context = { ...this.#context, signal: new AbortController().signal };
    return new Git(context, this.folder, this.#settings, this.#env);
  }

  /** The same without hooks and signatures, and with an identity where the person has none. */
  async committing(): Promise<Git> {
    const known = await this.hasIdentity();
    return this.with(known ? plain : [...plain, ...kitIdentity]);
  }

  /** Whether git knows a name and an e-mail of the person. */
  async hasIdentity(): Promise<boolean> {
    const asked = this.with(['user.useConfigOnly=true']);
    return (await asked.try('var', 'GIT_COMMITTER_IDENT')).exitCode === 0;
  }

  /** Runs git, whatever comes of it. */
  try(...args: readonly string[]): Promise<RunResult> {
    const { run, env, signal } = this.#context;
    const own = Object.fromEntries(
      Object.entries(env).filter(([name]) => !boundToARepository.test(name)),
    );
    const settings = this.#settings.flatMap((setting) => ['-c', setting]);
    return run(['git', ...settings, ...args], {
      cwd: this.folder,
      env: { ...own, LC_ALL: 'C', ...this.#env },
      signal,
    });
  }

  /** Runs git, and returns what it prints, without the last line's end. */
  async read(...args: readonly string[]): Promise<string> {
    const result = await this.try(...args);
    if (result.exitCode === 0) return result.stdout.replace(/\n$/, '');
    const reason = result.output.trim().split('\n').at(-1) ?? '';
    throw new UserError(`git ${args[0]} failed: ${reason}`);
  }

  /** Runs git with `-z` among its arguments, and returns the parts of what it prints. */
  async list(...args: readonly string[]): Promise<string[]> {
    const text = await this.read(...args);
    return text.split('\0').slice(0, -1);
  }
}
