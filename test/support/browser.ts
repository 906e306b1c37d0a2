import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core';
import axe from 'axe-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

/** The browser of this machine; null where it has none. */
export const chromiumPath =
  [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? null;

/** Long enough for a page of a service that has to start first, on a loaded machine. */
const PATIENCE_MS = 120_000;

/** A page, and what it complained about. */
export interface Tab {
  readonly page: Page;
  /** Errors and warnings of its console, what its scripts threw, what it loaded from elsewhere. */
  readonly complaints: string[];
}

/** Opens tabs in one headless browser, which lasts as long as the file's tests. */
export function useBrowser(): (options?: BrowserContextOptions) => Promise<Tab> {
  let browser: Browser;
  beforeAll(async () => {
    // Tests may run as root, and then it has no sandbox of its own.
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());
  return async (options) => {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(`${page.url()}: ${message}`));
    page.on('console', (message) => {
      const isGrave = ['error', 'warning'].includes(message.type());
      if (isGrave) complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (isFromElsewhere(request)) complaints.push(`${page.url()}: loads ${request.url()}`);
    });
    return { page, complaints };
  };
}

/** Whether a page loads something that is neither in it nor beside it. */
function isFromElsewhere(request: Request): boolean {
  const asked = new URL(request.url());
  if (request.resourceType() === 'document' || asked.protocol === 'data:') return false;
  return asked.origin !== new URL(request.frame().url()).origin;
}

/** What axe finds serious or critical on a page, each with the first place where it is. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ preload: false }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${page.url()}: ${id} at ${nodes[0]?.html}`);
}
