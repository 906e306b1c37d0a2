import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { chromiumPath, seriousFaults, useBrowser } from '../support/browser.ts';
import { kit } from '../support/kit.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { describeWith } from '../support/toolchain.ts';

describeWith(chromiumPath, 'lessons export', () => {
  const openTab = useBrowser();

  test('writes a site that works from a folder: map, search, prediction, another shell', async () => {
    const { folder } = await exported();
    const { page, complaints } = await openTab();
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.waitForURL(/typescript\/index\.html$/);
    await page.getByRole('link', { name: 'Validation' }).click();
    expect(await page.textContent('h1')).toBe('Validation');

    await page.locator('#predict-1 summary').click();
    expect(await page.textContent('#predict-1 details')).toContain('It cannot even be read');

    await page.locator('.switch summary').click();
    await page.getByRole('link', { name: 'PowerShell' }).click();
    await page.waitForURL(/typescript-powershell\/in-memory\/04-validation\.html$/);

    await page.getByLabel('Search the lessons').fill('rollback');
    await page.getByLabel('Search the lessons').press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/typescript-powershell\/.*html$/);
    expect(await page.textContent('article')).toMatch(/roll(?:ed|ing)? ?back/i);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('every link of every page leads to a page that is there', async () => {
    const { folder } = await exported();
    const pages = readdirSync(folder, { recursive: true }).map(String);
    const missing = pages
      .filter((path) => path.endsWith('.html'))
      .flatMap((path) => linksOf(join(folder, path)).filter((target) => !existsSync(target)));
    expect(pages.length).toBeGreaterThan(100);
    expect([...new Set(missing)]).toEqual([]);
  });

  test('is written over by the next one, and writes over nothing else', async () => {
    const { folder, place } = await exported();
    expect((await kit(['lessons', 'export', folder], place)).exitCode).toBe(0);
    writeFileSync(join(place.cwd, 'mine.txt'), 'mine');
    const { exitCode, stderr } = await kit(['lessons', 'export', '.'], place);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('holds something else');
  });
});

async function exported() {
  const place = { cwd: temporaryFolder(), env: process.env };
  const { exitCode, stderr } = await kit(['lessons', 'export', 'site'], place);
  expect(exitCode, stderr).toBe(0);
  return { folder: join(place.cwd, 'site'), place };
}

/** The files that a page links to. */
function linksOf(page: string): string[] {
  const found = readFileSync(page, 'utf8').matchAll(/(?:href|src)="((?!https?:|data:|#)[^"#]+)/g);
  return [...found].map(([, address]) => join(page, '..', address!));
}
