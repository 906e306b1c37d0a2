import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chromiumPath, useBrowser } from '../support/browser.ts';
import { Learner } from '../support/learner.ts';
import { machine } from '../support/machine.ts';
import { serveSite } from '../support/site.ts';
import { describeWith } from '../support/toolchain.ts';

/** Stops of the Tab key that a page may have. */
const MOST_STOPS = 200;

describeWith(chromiumPath, 'a lesson by keyboard alone', () => {
  const openTab = useBrowser();

  test('skips to its text, changes its colours, opens a hint, and goes on to the next one', async () => {
    const place = machine();
    const learner = await Learner.start(['--learn'], place);
    const site = await serveSite(learner.folder, place.env);
    const { page } = await openTab();
    await page.goto(site.page('/lesson/in-memory/03-create-and-read'));

    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('content');

    await page.reload();
    await tabTo(page, 'Switch light and dark');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await page.reload();
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');

    await tabTo(page, 'Open this one');
    await page.keyboard.press('Enter');
    await page.getByText('two things are missing').waitFor();
    expect(learner.progress().hints).toEqual({ '03-create-and-read': 1 });

    await tabTo(page, 'NextValidation');
    await page.keyboard.press('Enter');
    await page.waitForURL(/04-validation$/);
  });
});

/** Presses Tab until something is focused. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Tab does not come to "${name}"`);
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? null;
  });
}
