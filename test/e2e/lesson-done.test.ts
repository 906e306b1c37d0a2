import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Learner } from '../support/learner.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { environmentWithNode } from '../support/toolchain.ts';

const ROUTES = 'src/tasks/routes.ts';
/** Lessons before it, passed with their solutions. */
const SOLVED = ['00-start-here', '01-raw-http'];
const LESSON = '03-create-and-read';

/** With a real installation, and every run of the kit starts a service. */
const LIMIT_MS = 300_000;

test(
  'a lesson is done when its checks are green, and not before',
  { timeout: LIMIT_MS },
  async () => {
    const root = temporaryFolder();
    const cwd = join(root, 'work');
    mkdirSync(cwd);
    const learner = await Learner.start(['--learn'], { cwd, env: environmentWithNode(root) });
    for (const earlier of SOLVED) {
      await learner.type('solution', earlier, '--apply');
    }
    await learner.goTo(LESSON);

    const tooEarly = await learner.type('next');
    expect(tooEarly.exitCode).toBe(1);
    expect(tooEarly.stdout).toContain('post-answers-201, lesson 03-create-and-read');
    expect(tooEarly.stdout).toContain(`${LESSON} is not done yet.`);
    expect(learner.progress()).toMatchObject({ current: LESSON });

    learner.edit(
      ROUTES,
      'return reply.send(item);',
      "reply.status(201).header('location', `${app.prefix}/${item.id}`);\n      return item;",
    );
    const check = await learner.type('check', '--json');
    expect(check.exitCode, check.stdout).toBe(0);
    const { checks } = JSON.parse(check.stdout) as { checks: { lesson: string }[] };
    const asked = checks.map(({ lesson }) => lesson);
    expect(asked).toContain(LESSON);
    expect(asked).not.toContain('04-validation');

    const { exitCode, stdout } = await learner.type('next');
    expect(exitCode, stdout).toBe(0);
    expect(stdout).toMatch(/\n04-validation: /);
    expect(Object.keys(learner.progress().done)).toEqual([...SOLVED, LESSON]);

    rmSync(join(learner.folder, '.git/create-backend'), { recursive: true });
    expect(await learner.status()).toMatchObject({ current: '04-validation' });
    expect(Object.keys(learner.progress().done)).toContain(LESSON);

    await learner.type('solution', '--apply');
    await learner.type('next', '--anyway');
    expect(Object.keys(learner.progress().done)).toContain('04-validation');
    await learner.type('next', '--anyway');
    expect(learner.progress().current).toBe('06-debugging');
    expect(Object.keys(learner.progress().done)).not.toContain('05-predictable-errors');
  },
);
