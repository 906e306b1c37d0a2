import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '..', '..', 'src');

/** From the top down: a room imports from those below it, and from itself. */
const floors: readonly (readonly string[])[] = [
  ['cli.ts'],
  ['program.ts', 'system-context.ts'],
  ['program'],
  ['commands'],
  ['classroom'],
  ['site'],
  ['lessons'],
  ['scaffold', 'checker'],
  ['project', 'sandbox'],
  ['context.ts'],
  ['system'],
  ['catalog', 'errors.ts'],
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(src, { recursive: true })
  .map(String)
  .filter((path) => /\.tsx?$/.test(path));

const imports: readonly Import[] = files.flatMap((from) =>
  importsOf(readFileSync(join(src, from), 'utf8')).map((to) => ({
    from,
    to: to.startsWith('.') ? relative(src, join(src, dirname(from), to)) : to,
  })),
);

function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:^import |^(?:import|export|\}).* from |\bimport\()'([^']+)'/gm);
  return [...found].map((match) => match[1]!);
}

const isOurs = ({ to }: Import) => files.includes(to);
const roomOf = (path: string) => path.split('/')[0]!;
const floorOf = (path: string) => floors.findIndex((rooms) => rooms.includes(roomOf(path)));
const importersOf = (pattern: RegExp) =>
  [...new Set(imports.filter(({ to }) => pattern.test(to)).map(({ from }) => from))].sort();

describe('in src', () => {
  test('every file has its room', () => {
    expect(files.filter((path) => floorOf(path) === -1)).toEqual([]);
  });

  test('imports run downwards only', () => {
    const upwards = imports.filter(isOurs).filter(({ from, to }) => floorOf(to) < floorOf(from));
    expect(upwards).toEqual([]);
  });

  test('rooms of the same floor never meet', () => {
    const sideways = imports
      .filter(isOurs)
      .filter(({ from, to }) => floorOf(from) === floorOf(to) && roomOf(from) !== roomOf(to));
    expect(sideways).toEqual([]);
  });

  test('the catalog imports nothing but itself', () => {
    const strangers = imports.filter(
      ({ from, to }) => roomOf(from) === 'catalog' && roomOf(to) !== 'catalog',
    );
    expect(strangers).toEqual([]);
  });

  test.each([
    ['Handlebars', /^handlebars/, ['scaffold/render-template.ts']],
    ['the prompt library', /^@clack\//, ['system/prompt.ts']],
    ['the parser of arguments', /^commander$/, ['cli.ts', 'program.ts', 'program/wiring.ts']],
    ['what starts processes', /^(?:execa|(?:node:)?child_process)$/, ['system/process.ts']],
  ])('%s is imported in one place', (_what, pattern, places) => {
    expect(importersOf(pattern)).toEqual(places);
  });

  test('nothing opens a connection but what listens on this machine, asks a service, or fetches packages', () => {
    const network = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|undici)$/;
    const known = /^(?:checker|sandbox|site\/served)\//;
    const others = importersOf(network).filter((path) => !known.test(path));
    expect(others).toEqual(['project/examine.ts', 'system/free-port.ts']);
  });

  test('every import of ours exists', () => {
    const missing = imports.filter(({ to }) => /\.tsx?$/.test(to) && !existsSync(join(src, to)));
    expect(missing).toEqual([]);
  });

  test.each(['utils', 'helpers', 'manager', 'common'])('no file is called %s', (name) => {
    expect(files.filter((path) => path.split(/[/.]/).includes(name))).toEqual([]);
  });
});
