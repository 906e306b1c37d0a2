import { createServer } from 'node:net';
import { stacks } from '../catalog/stacks.ts';
import type { Context } from '../context.ts';
import { findProgram, ownEnvironment, ownNodeVersion } from '../system/own-environment.ts';

/** What was found of one thing that projects need. */
export interface Finding {
  readonly what: string;
  /** `limited`: all stages run, something of them does not; `missing`: nothing can run. */
  readonly state: 'well' | 'limited' | 'missing';
  /** The version, or what is wrong. */
  readonly found: string;
  /** What it is needed for. */
  readonly needed: string;
  /** The command that mends it; null where nothing is to mend. */
  readonly mend: string | null;
}

type DoctorContext = Pick<Context, 'run' | 'env' | 'signal' | 'cwd'>;

/** The port that a generated service listens on where nothing else is said. */
const DEFAULT_PORT = 3000;

/** Looks at the machine: runtimes and package managers of the stacks, git, databases, Docker, ports. */
export async function examine(context: DoctorContext): Promise<Finding[]> {
  const found = await Promise.all([
    examineNode(context),
    ...stacks
      .flatMap(({ packageManagers }) => packageManagers)
      .map(({ id }) => examinePackageManager(context, id)),
    examineGit(context),
    examineDatabase(context),
    examineDocker(context),
    examinePort(),
  ]);
  return found.filter((finding) => finding !== null);
}

async function examineNode(context: DoctorContext): Promise<Finding> {
  const { minimum } = stacks.find(({ runtime }) => runtime.program === 'node')!.runtime;
  const version = await ownNodeVersion(context.run, context.env);
  const needed = `TypeScript projects run on Node ${minimum} (without it they bring their own)`;
  if (version !== null && version >= minimum) {
    return { what: 'Node', state: 'well', found: `${version}`, needed, mend: null };
  }
  const foundText = version === null ? 'not found' : `${version}, older than ${minimum}`;
  const mend = `install Node ${minimum}, for example: npm install --global n && n ${minimum}`;
  return { what: 'Node', state: 'limited', found: foundText, needed, mend };
}

/** Package managers beside npm are listed only where they are. */
async function examinePackageManager(context: DoctorContext, id: string): Promise<Finding | null> {
  const version = await versionOf(context, [id, '--version']);
  const needed = 'installs what a project depends on';
  if (version !== null) return { what: id, state: 'well', found: version, needed, mend: null };
  if (id !== 'npm') return null;
  return { what: id, state: 'missing', found: 'not found', needed, mend: 'install Node with npm' };
}

async function examineGit(context: DoctorContext): Promise<Finding> {
  const version = await versionOf(context, ['git', '--version']);
  const needed = 'keeps the history of a project';
  if (version !== null) return { what: 'git', state: 'well', found: version, needed, mend: null };
  const mend = process.platform === 'darwin' ? 'xcode-select --install' : 'apt-get install git';
  return { what: 'git', state: 'limited', found: 'not found', needed, mend };
}

async function examineDatabase({ env }: DoctorContext): Promise<Finding> {
  const what = 'Postgres';
  const needed = 'stages 3 to 5 run on PGlite without one';
  if (env['DATABASE_URL']) {
    return { what, state: 'well', found: 'DATABASE_URL is set', needed, mend: null };
  }
  const isInstalled = findProgram('postgres', env) ?? findProgram('psql', env);
  if (isInstalled !== null) {
    return { what, state: 'well', found: isInstalled, needed, mend: null };
  }
  const mend =
    process.platform === 'darwin' ? 'brew install postgresql' : 'apt-get install postgresql';
  return { what, state: 'limited', found: 'not found', needed, mend };
}

async function examineDocker(context: DoctorContext): Promise<Finding> {
  const needed = 'builds and runs the image of stage 5';
  const client = await versionOf(context, ['docker', '--version']);
  const finding = { what: 'Docker', needed };
  if (client === null) {
    const mend = 'install Docker Engine or Docker Desktop';
    return { ...finding, state: 'limited', found: 'not found', mend };
  }
  const engine = await versionOf(context, ['docker', 'version', '--format', '{{.Server.Version}}']);
  if (engine !== null) return { ...finding, state: 'well', found: engine, mend: null };
  const mend = process.platform === 'linux' ? 'systemctl start docker' : 'start Docker Desktop';
  return { ...finding, state: 'limited', found: 'the engine does not answer', mend };
}

async function examinePort(): Promise<Finding> {
  const what = `port ${DEFAULT_PORT}`;
  const needed = 'the service listens there unless PORT says otherwise';
  if (await isFree(DEFAULT_PORT)) return { what, state: 'well', found: 'free', needed, mend: null };
  return { what, state: 'limited', found: 'taken', needed, mend: 'set another PORT in .env' };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The version number in what a program prints; null where it cannot be run. */
async function versionOf(
  { run, env, cwd, signal }: DoctorContext,
  commandLine: readonly string[],
): Promise<string | null> {
  const result = await run(commandLine, { cwd, env: ownEnvironment(env), signal });
  if (!result.started || result.exitCode !== 0) return null;
  return /\d+(?:\.\d+)+\S*/.exec(result.stdout)?.[0]?.replace(/,$/, '') ?? null;
}
