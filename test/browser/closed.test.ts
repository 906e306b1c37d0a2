import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { chromiumPath, useBrowser } from '../support/browser.ts';
import { Learner } from '../support/learner.ts';
import { machine } from '../support/machine.ts';
import { serveSite } from '../support/site.ts';
import { describeWith } from '../support/toolchain.ts';

const LESSON = '/lesson/in-memory/03-create-and-read';

describeWith(chromiumPath, 'pages that are served', () => {
  const openTab = useBrowser();

  test('are closed without the token, and to a name that somebody made to point here', async () => {
    const { site } = await served();
    const { host } = new URL(site.origin);
    expect(await statusOf(site.origin, { host })).toBe(403);
    expect(await statusOf(site.page('/'), { host })).toBe(303);
    expect(
      await statusOf(site.page('/'), { host: host.replace('127.0.0.1', 'evil.example') }),
    ).toBe(403);
    expect(await statusOf(site.page('/'), { host: host.replace('127.0.0.1', 'localhost') })).toBe(
      403,
    );
  });

  test('are closed to a page of another origin, though the reader has them open', async () => {
    const { site, learner } = await served();
    const { page } = await openTab();
    await page.goto(site.page(LESSON));
    const stranger = await servePage(`
      <form method="post" action="${site.origin}${LESSON}/hint"><button>Win</button></form>
      <script src="${site.origin}/site.js" onload="document.title = 'loaded'"></script>
      <iframe src="${site.origin}/"></iframe>`);
    await page.goto(stranger);
    const read = await page.evaluate(
      (address) => fetch(address, { credentials: 'include' }).then(String, String),
      site.origin,
    );
    expect(read).toContain('TypeError');
    expect(await page.title()).toBe('');
    await page.click('button');
    await page.getByText('Another page asks.').waitFor();
    expect(learner.progress().hints).toEqual({});
  });
});

async function served() {
  const place = machine();
  const learner = await Learner.start(['--learn'], place);
  return { learner, site: await serveSite(learner.folder, place.env) };
}

/** A page on another port of this machine: the nearest that a stranger can come. */
async function servePage(body: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title></title>${body}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function statusOf(address: string, headers: Record<string, string>): Promise<number> {
  const [answer] = (await once(get(address, { headers }), 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode!;
}
