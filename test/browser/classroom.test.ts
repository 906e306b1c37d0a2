import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { feedbackPage } from '../../src/classroom/pages/feedback-page.tsx';
import { reportPage } from '../../src/classroom/pages/report-page.tsx';
import { chromiumPath, seriousFaults, useBrowser } from '../support/browser.ts';
import { feedbackOn, hostileGrade, report, reportOnNobody } from '../support/graded-class.ts';
import { checked, failing, grade, lesson } from '../support/grades.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { describeWith } from '../support/toolchain.ts';

const waiting = checked('list', { state: 'not-run', reason: 'answers-201 failed', lost: 3 });
const usual = grade('ada', [
  lesson('03', failing('answers-201', 4, { log: ['GET /health 200'] }), waiting),
  lesson('04', checked('refuses')),
]);

const pages = [
  ['feedback', () => feedbackPage(feedbackOn(usual))],
  ['feedback on a hostile service', () => feedbackPage(feedbackOn(hostileGrade()))],
  ['report', () => reportPage(report())],
  ['report on nobody', () => reportPage(reportOnNobody())],
] as const;

describeWith(chromiumPath, 'the pages of a class', () => {
  const openTab = useBrowser();

  describe.each(pages)('%s', (_name, write) => {
    test.each(['light', 'dark'] as const)('has nothing to complain about by %s', async (by) => {
      const { page, complaints } = await openTab({ colorScheme: by });
      await page.goto(saved(write()));
      expect(await seriousFaults(page)).toEqual([]);
      // What axe needs to look at a page is what the page forbids.
      expect(complaints.filter((text) => !text.includes('axe'))).toEqual([]);
    });

    test('asks for nothing but itself', async () => {
      const { page } = await openTab();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const address = saved(write());
      await page.goto(address, { waitUntil: 'networkidle' });
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([address]);
    });

    test('is no wider than a phone, opened whole', async () => {
      const { page } = await openTab({ viewport: { width: 390, height: 844 } });
      await page.goto(saved(write()));
      const width = await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
        return document.documentElement.scrollWidth;
      });
      expect(width).toBe(390);
    });
  });

  test('what a service says neither runs nor loads nor hides anything', async () => {
    const { page } = await openTab();
    await page.goto(saved(feedbackPage(feedbackOn(hostileGrade()))));
    expect(await page.title()).toBe('Ada Moreau: A first service');
    expect(await page.locator('script, img, main a').count()).toBe(0);
    const text = await page.innerText('main');
    expect(text).toContain('<script>');
    expect(text).toContain('\\u{1b}[2J');
    expect(text).toContain('\\u{202e}dessap lla');
  });

  test('what is folded away is printed too', async () => {
    const { page } = await openTab();
    await page.goto(saved(feedbackPage(feedbackOn(usual))));
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('GET /health 200').isVisible()).toBe(true);
  });

  test('a name of the class is found in the report by whoever hears it only', async () => {
    const { page } = await openTab();
    await page.goto(saved(reportPage(report())));
    const picture = page.getByRole('img', { name: /^Works by points\. 0 to below 10 %: \d+/ });
    expect(await picture.count()).toBe(1);
    expect(await page.getByRole('rowheader', { name: 'student-3' }).count()).toBe(1);
  });
});

/** The address of a page that is a file. */
function saved(html: string): string {
  const path = join(temporaryFolder(), 'page.html');
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}
