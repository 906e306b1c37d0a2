import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findGround } from '../../src/sandbox/cgroups/find-ground.ts';
import { gradesIn, handIn, makeCourse } from '../support/graded-course.ts';
import { bin, runProgram } from '../support/kit.ts';
import { sandbox } from '../support/sandbox.ts';

const USER = 60_078;
const isRoot = process.getuid?.() === 0;
/** What makes a command that of somebody who is not root. */
const asUser = isRoot
  ? ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', '--']
  : [];
/** Whether the user can run this repository's kit: not where it lies in somebody's home. */
const canTry = isRoot && !('missing' in sandbox) && [process.execPath, bin].every(isReadable);
/** Who is no root tries it as themselves, unless some control groups are theirs. */
const canBeRefused = isRoot ? canTry : hasBubblewrap() && 'missing' in findGround();

function isReadable(path: string): boolean {
  return succeeds([...asUser, 'test', '-r', path]);
}

function hasBubblewrap(): boolean {
  return succeeds(['bwrap', '--version']);
}

function succeeds([program, ...args]: readonly string[]): boolean {
  return spawnSync(program!, args).status === 0;
}

/** `class grade` as somebody who is not root, in control groups that they may have for their own. */
function gradeAsUser(course: string, doors: readonly string[]) {
  if (isRoot) execFileSync('chown', ['-RP', `${USER}:${USER}`, course]);
  chmodSync(course, 0o755);
  const enter = 'while [ "$1" != -- ]; do echo $$ > "$1"; shift; done; shift; exec "$@"';
  const command = [...asUser, process.execPath, bin, 'class', 'grade'];
  return runProgram(['sh', '-c', enter, 'sh', ...doors, '--', ...command], {
    cwd: course,
    env: { ...process.env, HOME: course },
  });
}

/** A part of the control groups that is the user's, as systemd makes one; its doors. */
function delegate(): string[] {
  const ground = findGround();
  if ('missing' in ground) throw new Error(ground.missing);
  return ground.grounds.map(({ folder }) => {
    const own = join(folder, 'test-of-a-user');
    if (!existsSync(own)) mkdirSync(own);
    chownSync(own, USER, USER);
    for (const name of ['cgroup.procs', 'cgroup.subtree_control']) {
      if (existsSync(join(own, name))) chownSync(join(own, name), USER, USER);
    }
    onTestFinished(() => removeGroup(own));
    return join(own, 'cgroup.procs');
  });
}

function removeGroup(folder: string): void {
  const within = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of within) removeGroup(join(folder, name));
  rmdirSync(folder);
}

function courseOfAda(): string {
  const course = makeCourse(['ada']);
  handIn(course, 'ada', 'await import("./sound/server.ts");\n');
  return course;
}

describe('an ordinary user', () => {
  test.skipIf(!canBeRefused)('who may limit no memory runs no submission', async () => {
    const course = courseOfAda();
    const { exitCode, stderr } = await gradeAsUser(course, []);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/Submissions are not run here: this user may make no control groups/);
    expect(stderr).toContain('systemd-run --user --scope -p Delegate=yes');
    expect(existsSync(join(course, 'grades'))).toBe(false);
  });

  test.skipIf(!canTry)(
    'grades in control groups that are theirs',
    { timeout: 600_000 },
    async () => {
      const course = courseOfAda();
      const { stderr, exitCode } = await gradeAsUser(course, delegate());
      expect(stderr).toContain('ada: 100 of 100');
      expect(exitCode).toBe(0);
      expect(gradesIn(course)['ada']).toMatchObject({ sandbox: 'bubblewrap', incidents: [] });
    },
  );
});
