import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { stages } from '../src/catalog/stages.ts';
import { loadStageLessons } from '../src/lessons/load-lessons.ts';
import { servedLinks as links } from '../src/site/links.ts';
import { median, printTable } from './measure.ts';

/**
 * What the pages of `lesson --open` and of `lessons export` weigh, each with all that it loads, and
 * how soon a browser that knows nothing of them paints the heaviest of each kind, in turn with a page
 * that holds one word: what slows the machine slows all of them.
 *
 *   npm run build && node bench/site.ts [rounds]
 */
const rounds = Number(process.argv[2] ?? 9);
const bin = join(import.meta.dirname, '..', 'bin', 'create-backend.js');
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A kind of page, and where its pages are. */
type Kind = readonly [name: string, addresses: readonly string[]];

const served: readonly Kind[] = [
  ['the map', [links.map]],
  [
    'lessons',
    stages.flatMap((stage) =>
      loadStageLessons(stage).lessons.map(({ id }) => links.lesson(stage, id)),
    ),
  ],
  ['gates', stages.map((stage) => links.gate(stage))],
  ['what stages change', stages.slice(1).map((stage) => links.changes(stage))],
];

const folder = mkdtempSync(join(tmpdir(), 'create-backend-bench-'));
const project = join(folder, 'made');
run('made', '--learn', '--yes', '--no-install');
run('lessons', 'export', 'site');
const server = spawn(process.execPath, [bin, 'lesson', '--open'], { cwd: project });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const [printed] = (await once(server.stdout, 'data')) as [Buffer];
  const { origin, search } = new URL(String(printed).trim());
  const kinds: Kind[] = [
    ...served.map(([name, paths]): Kind => [
      `${name}, served`,
      paths.map((path) => `${origin}${path}${search}`),
    ]),
    ['lessons, exported', exportedLessons()],
  ];
  const heaviest: Heaviest[] = [];
  for (const kind of kinds) heaviest.push(await heaviestOf(kind));
  const paints = await paintsOf([bareAddress(), ...heaviest.map(({ address }) => address)]);
  const rows = heaviest.map(({ name, count, bytes }, at) => [
    name,
    `${count}`,
    (bytes / 1000).toFixed(0),
    paints[at + 1]!.toFixed(0),
  ]);
  const bare = ['a bare page', '1', '0', paints[0]!.toFixed(0)];
  printTable(['page', 'pages', 'kB at most', 'first paint, ms'], [bare, ...rows]);
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

function run(...args: string[]): void {
  execFileSync(process.execPath, [bin, ...args], { cwd: folder, stdio: 'ignore' });
}

/** The pages for one shell: those for the others differ by a few commands. */
function exportedLessons(): string[] {
  const site = join(folder, 'site', 'typescript');
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^\d\d-.*\.html$/.test(basename(path)))
    .map((path) => pathToFileURL(join(site, path)).href);
}

/** The address of a page than which none can be lighter. */
function bareAddress(): string {
  const path = join(folder, 'bare.html');
  writeFileSync(path, '<!doctype html><title>Bare</title>Bare');
  return pathToFileURL(path).href;
}

/** The heaviest page of a kind. */
interface Heaviest {
  readonly name: string;
  /** How many there are of the kind. */
  readonly count: number;
  readonly address: string;
  readonly bytes: number;
}

async function heaviestOf([name, addresses]: Kind): Promise<Heaviest> {
  const pages: Heaviest[] = [];
  for (const address of addresses) {
    const { bytes } = await visit(address);
    pages.push({ name, count: addresses.length, address, bytes });
  }
  return pages.toSorted((a, b) => b.bytes - a.bytes)[0]!;
}

/** Medians in milliseconds. The pages are visited in turn, A B C A B C …. */
async function paintsOf(addresses: readonly string[]): Promise<number[]> {
  const paints = addresses.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, address] of addresses.entries()) paints[at]!.push((await visit(address)).paint);
  }
  return paints.map(median);
}

/** In a browser that knows nothing: a context of its own. */
async function visit(address: string): Promise<{ bytes: number; paint: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  const paint = await firstPaint(page);
  const bytes = await bytesOf(page);
  await context.close();
  return { bytes, paint };
}

/** The page and what it has loaded. A browser tells the sizes of what came over HTTP only. */
async function bytesOf(page: Page): Promise<number> {
  const loaded = await page.evaluate(() => {
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]');
    return {
      files: [
        location.href,
        ...[...links].map(({ href }) => href),
        ...[...document.scripts].map(({ src }) => src),
      ],
      overHttp: [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ]
        .map((entry) => (entry as PerformanceResourceTiming).decodedBodySize)
        .reduce((sum, each) => sum + each, 0),
    };
  });
  if (!page.url().startsWith('file:')) return loaded.overHttp;
  const files = await Promise.all(loaded.files.map((file) => readFile(fileURLToPath(file))));
  return files.reduce((sum, { length }) => sum + length, 0);
}

/** Milliseconds from the beginning of the navigation. */
async function firstPaint(page: Page): Promise<number> {
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    undefined,
    { polling: 20 },
  );
  return (await painted.jsonValue())!;
}
