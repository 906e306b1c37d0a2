import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from '../../checker/run-checks.ts';
import { Session } from '../../checker/session.ts';
import type { Result } from '../../checker/result.ts';
import type { Context } from '../../context.ts';
import { Git } from '../../project/git.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { loadChecks } from '../check-index.ts';
import { targetOfProject } from '../check-target.ts';
import { runYourTests, YOUR_TESTS } from '../your-tests/your-tests.ts';
import type { Drill } from './drill.ts';

/** How far a drill has come. It is over when all of it is so. */
export interface Judgement {
  /** The answer to the check that the mistake fails. */
  readonly check: Result;
  /** Whether a test of the learner's was added or changed since. */
  readonly hasNewTest: boolean;
  /** Whether the learner's tests pass as the project is now. */
  readonly passesNow: boolean;
  /** Whether they fail on the version that was broken. */
  readonly failsBroken: boolean;
}

type DrillContext = Pick<Context, 'run' | 'env' | 'signal'>;

/** What is installed, in every stack. */
const shared = ['node_modules', '.venv'];
const SECONDS_PER_CHECK = 15;

/** Looks whether the mistake is mended, and whether a new test would have caught it. */
export async function judgeDrill(
  context: DrillContext,
  project: KnownProject,
  drill: Drill,
): Promise<Judgement> {
  const check = await askAgain(context, project, drill);
  const hasNewTest = await hasChangedTests(context, project, drill);
  const passesNow = hasNewTest && (await runYourTests(context, project, project.folder)).ok;
  const failsBroken = hasNewTest && !(await passesOnBroken(context, project, drill));
  return { check, hasNewTest, passesNow, failsBroken };
}

/** Whether all is done. */
export function isOver({ check, passesNow, failsBroken }: Judgement): boolean {
  return check.state === 'pass' && passesNow && failsBroken;
}

async function askAgain(
  { env, signal }: DrillContext,
  { folder, stage }: KnownProject,
  { check: id }: Drill,
): Promise<Result> {
  const checks = (await loadChecks(stage.number)).filter((check) => check.id === id);
  const session = new Session(targetOfProject(folder, env), signal);
  const settings = { seed: 1, bail: false, timeout: SECONDS_PER_CHECK, all: true, signal };
  let last: Result | null = null;
  try {
    for await (const result of runChecks(session, checks, settings)) {
      if (last?.state !== 'fail') last = result;
    }
  } finally {
    await session.close();
  }
  return last!;
}

async function hasChangedTests(
  context: DrillContext,
  { folder }: KnownProject,
  { broken }: Drill,
): Promise<boolean> {
  const git = new Git(context, folder);
  const changed = await git.read('diff', '--name-only', broken, '--', YOUR_TESTS);
  const added = await git.read('ls-files', '--others', '--exclude-standard', '--', YOUR_TESTS);
  return changed !== '' || added !== '';
}

/** Runs the learner's tests, as they are now, on the project as it was when it was broken. */
async function passesOnBroken(
  context: DrillContext,
  project: KnownProject,
  { broken }: Drill,
): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), 'create-backend-drill-'));
  try {
    const git = new Git(context, project.folder);
    const prefix = await git.read('rev-parse', '--show-prefix');
    const old = git.onIndex(join(scratch, 'index'));
    await old.read('read-tree', broken);
    await old.read('checkout-index', '--all', `--prefix=${scratch}/copy/`);
    const folder = join(scratch, 'copy', prefix);
    rmSync(join(folder, YOUR_TESTS), { recursive: true, force: true });
    cpSync(join(project.folder, YOUR_TESTS), join(folder, YOUR_TESTS), { recursive: true });
    for (const name of shared.filter((at) => existsSync(join(project.folder, at)))) {
      symlinkSync(join(project.folder, name), join(folder, name));
    }
    return (await runYourTests(context, project, folder)).ok;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
