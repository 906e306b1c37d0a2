import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stages } from '../../src/catalog/stages.ts';
import { loadStageLessons } from '../../src/lessons/load-lessons.ts';
import { servedLinks as links } from '../../src/site/links.ts';
import { chromiumPath, seriousFaults, useBrowser, type Tab } from '../support/browser.ts';
import { Learner } from '../support/learner.ts';
import { machine } from '../support/machine.ts';
import { serveSite } from '../support/site.ts';
import { describeWith } from '../support/toolchain.ts';

const lessonPages = stages.flatMap((stage) =>
  loadStageLessons(stage).lessons.map(({ id }) => links.lesson(stage, id)),
);
const otherPages = [
  links.map,
  links.diary!,
  ...stages.map((stage) => links.gate(stage)),
  ...stages.slice(1).map((stage) => links.changes(stage)),
];

const phone = { width: 390, height: 844 };

describeWith(chromiumPath, 'the pages of a project', () => {
  const openTab = useBrowser();

  test('load without a complaint of the browser, and axe finds nothing serious', async () => {
    const tab = await openTab();
    const faults = await visit(tab, [...otherPages, ...lessonPages]);
    expect(tab.complaints).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('are as readable in the dark and on a phone, and no wider than it', async () => {
    const tab = await openTab({ colorScheme: 'dark', viewport: phone });
    const wide: string[] = [];
    const faults = await visit(tab, [...otherPages, ...lessonPages], async ({ page }) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > phone.width) wide.push(`${page.url()} is ${width} wide`);
    });
    expect(wide).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('are black on white on paper, without controls, and no line of code is cut', async () => {
    const { page } = await openTab({ viewport: { width: 700, height: 1000 } });
    const site = await served();
    await page.goto(site.page('/lesson/in-memory/03-create-and-read'));
    await page.getByLabel('Switch light and dark').click();
    await page.emulateMedia({ media: 'print' });
    expect(await onPaper(page)).toEqual({
      background: 'rgb(255, 255, 255)',
      theme: 'dark',
      controls: [],
      cut: [],
    });
  });

  test('read well without scripts: text, checks, and hints behind their rungs', async () => {
    const { page } = await openTab({ javaScriptEnabled: false });
    const site = await served();
    await page.goto(site.page('/lesson/in-memory/03-create-and-read'));
    expect(await page.textContent('h1')).toBe('Create and read');
    expect(await page.textContent('#checks')).toContain('POST of a valid task answers 201');
    expect(await page.isVisible('.theme')).toBe(false);
    await page.click('#hints button');
    expect(await page.textContent('#hints .inside')).toContain('two things are missing');
  });
});

/** What a printer would have to deal with. */
function onPaper(page: Page) {
  return page.evaluate(() => ({
    background: getComputedStyle(document.body).backgroundColor,
    theme: document.documentElement.dataset['theme'],
    controls: [...document.querySelectorAll('button, nav')]
      .filter((control) => control.checkVisibility())
      .map(({ textContent }) => textContent),
    cut: [...document.querySelectorAll('pre')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ textContent }) => textContent),
  }));
}

/** Goes to one page after the other. Returns what axe finds on them. */
async function visit(
  tab: Tab,
  paths: readonly string[],
  look = async (_tab: Tab) => {},
): Promise<string[]> {
  const site = await served();
  const faults: string[] = [];
  for (const path of paths) {
    const answer = await tab.page.goto(site.page(path));
    expect(answer!.status(), path).toBe(200);
    faults.push(...(await seriousFaults(tab.page)));
    await look(tab);
  }
  return faults;
}

/** The pages of somebody who has come to the last stage. */
async function served() {
  const place = machine();
  const learner = await Learner.start(['--learn', '--stage', stages.at(-1)!.id], place);
  return serveSite(learner.folder, place.env);
}
