import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { chromiumPath, seriousFaults, useBrowser } from '../support/browser.ts';
import { bin } from '../support/kit.ts';
import { Learner } from '../support/learner.ts';
import { serveSite } from '../support/site.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { describeWith, environmentWithNode } from '../support/toolchain.ts';

const GREETING = 'src/http/health.ts';

describeWith(chromiumPath, 'a page beside the editor', () => {
  const openTab = useBrowser();

  test('goes from red to green after the save that solves the lesson, and on with its reader', async () => {
    const { learner, env } = await newcomer();
    const site = await serveSite(learner.folder, env);
    const { page, complaints } = await openTab();
    await page.goto(site.address);
    expect(await page.textContent('#strip')).toContain('Not asked yet');

    await watch(learner.folder, env);
    await page.getByText('checks pass').waitFor();
    await seeTheFailure(page);
    expect(await seriousFaults(page)).toEqual([]);

    learner.edit(GREETING, "'hello'", "'ok'");
    await page.getByText(/All \d+ checks pass: done\./).waitFor();
    await page.getByText('Start here: done.').waitFor();

    await learner.type('next');
    await page.locator('.rail .done', { hasText: 'Start here' }).waitFor();
    await page.goto(`${site.origin}/diary`);
    expect(await page.textContent('#diary')).toContain('GET /health/live answers 200');
    expect(complaints).toEqual([]);
  });

  test('shows what became of an exchange that was predicted, and the functions that ran', async () => {
    const { learner, env } = await newcomer();
    const site = await serveSite(learner.folder, env);
    const { page, complaints } = await openTab();
    await page.goto(site.page('/lesson/in-memory/03-create-and-read'));
    const predict = page.locator('#predict-1');
    await predict.getByLabel('201').check();
    await predict.getByRole('button').click();

    await expect.poll(() => outcomeIn(page), { timeout: 60_000 }).toEqual(['201', '200', '201']);
    expect(await predict.locator('.message').last().textContent()).toContain('200 OK');
    const ran = await predict.locator('.layers summary').allTextContents();
    for (const file of ['routes.ts', 'service.ts', 'memory-store.ts']) {
      expect(ran.join('\n')).toContain(`src/tasks/${file}`);
    }
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

async function seeTheFailure(page: Page): Promise<void> {
  const failure = page.locator('.failure');
  expect(await failure.locator('h3').textContent()).toContain('GET /health/live answers 200');
  const [sent, cameBack] = await failure.locator('.message').allTextContents();
  expect(sent).toContain('GET /health/live');
  expect(cameBack).toContain('"hello"');
}

function outcomeIn(page: Page): Promise<string[]> {
  return page.locator('#predict-1 .outcome dd').allTextContents();
}

/** A project whose service can be started. */
async function newcomer() {
  const root = temporaryFolder();
  const cwd = join(root, 'work');
  mkdirSync(cwd);
  const env = environmentWithNode(root);
  return { learner: await Learner.start(['--learn', '--no-test'], { cwd, env }), env };
}

/** `check --watch` in another terminal, until the test ends. */
async function watch(cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const watching = spawn(process.execPath, [bin, 'check', '--watch'], { cwd, env });
  onTestFinished(async () => {
    watching.kill('SIGTERM');
    if (watching.exitCode === null) await once(watching, 'exit');
  });
  await once(watching.stdout, 'data');
}
