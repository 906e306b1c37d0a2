import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../support/kit.ts';
import { Learner } from '../support/learner.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { environmentWithNode } from '../support/toolchain.ts';

/** With a real installation, and every run of the kit starts a service. */
const LIMIT_MS = 300_000;
const SANDBOX = '.create-backend/conflict';

async function startHere(flags: readonly string[]): Promise<Learner> {
  const root = temporaryFolder();
  const cwd = join(root, 'work');
  mkdirSync(cwd);
  return Learner.start([...flags, '--no-test'], { cwd, env: environmentWithNode(root) });
}

test(
  'version control is done by a branch, three commits and a merge',
  { timeout: LIMIT_MS },
  async () => {
    const learner = await startHere(['--learn']);
    await learner.goTo('02-version-control');
    const nothing = await learner.type('check', '02-version-control');
    expect(nothing.exitCode).toBe(1);
    expect(nothing.stdout).toContain('0 since the lesson began');
    expect(nothing.stdout).toContain('(got there is none; conflict-is-resolved');

    const { stdout } = await learner.type('practice');
    expect(stdout).toContain(SANDBOX);
    expect((await learner.type('practice')).exitCode).toBe(2);
    expect(learner.git('status', '--porcelain')).toBe('');

    learner.git('switch', '--quiet', '--create', 'notes');
    for (const note of ['Say who it is for', 'Say how to start it', 'Say where it listens']) {
      writeFileSync(join(learner.folder, 'NOTES.md'), note);
      learner.git('add', 'NOTES.md');
      learner.git('commit', '--quiet', '-m', note);
    }
    const inSandbox = (...args: string[]) =>
      execFileSync('git', args, { cwd: join(learner.folder, SANDBOX), stdio: 'pipe' });
    expect(() => inSandbox('merge', 'longer-evenings')).toThrow('Command failed');
    writeFileSync(join(learner.folder, SANDBOX, 'sign.txt'), 'Open from 8 to 20\n');
    inSandbox('commit', '--quiet', '--all', '-m', 'Bring both together');

    const done = await learner.type('check', '02-version-control');
    expect(done.exitCode, done.stdout).toBe(0);
  },
);

test(
  'tests are tested on a project that its owner has written in another way',
  { timeout: LIMIT_MS },
  async () => {
    const learner = await startHere([]);
    const none = await learner.type('check', '10-two-tests');
    expect(none.exitCode).toBe(0);
    expect(none.stdout).toContain('there are no tests in test/yours');

    const work = join(repository, 'lessons/1-in-memory/10-two-tests/work.yaml');
    const { files } = parse(readFileSync(work, 'utf8')) as { files: Record<string, string> };
    for (const [path, text] of Object.entries(files)) {
      writeFileSync(join(learner.folder, path), text);
    }
    // No known mistake fits what is written like this: they are planted in the kit's solution.
    learner.edit(
      'src/tasks/service.ts',
      'if (item.completed && wanted.completed)',
      'if (isShut(item, wanted))',
    );
    learner.edit(
      'src/tasks/service.ts',
      '/** Rule: what is closed',
      'const isShut = (...both: { completed: boolean }[]) => both.every((one) => one.completed);\n\n/** Rule: what is closed',
    );
    const well = await learner.type('check', '10-two-tests');
    expect(well.exitCode, well.stdout).toBe(0);
    expect(well.stdout).toContain('5 passed');

    learner.edit(
      'test/yours/promises.test.ts',
      "describe('a closed one'",
      "describe.skip('a closed one'",
    );
    learner.edit(
      'test/yours/promises.test.ts',
      "describe('one that is not",
      "describe.skip('one that is not",
    );
    const worse = await learner.type('check', '10-two-tests');
    expect(worse.exitCode).toBe(1);
    expect(worse.stdout).toContain('3 of 6; one that they miss');
  },
);
