import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeManifest, settleManifest } from '../../../src/lessons/move/merge-manifest.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const spell = (json: object) => `${JSON.stringify(json, null, 2)}\n`;

const base = spell({ name: 'my-api', scripts: { dev: 'node', test: 'node --test' } });
const theirs = spell({
  name: 'my-api',
  scripts: { dev: 'node --run migrate', test: 'node --test' },
  dependencies: { pg: '8' },
});

/** What git makes of three texts, line by line; `clean` where it finds no conflict. */
function mergeLines(yours: string, ancestor: string, other: string) {
  const folder = temporaryFolder();
  const files = { yours, ancestor, other };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const args = ['merge-file', '-p', '--quiet', 'yours', 'ancestor', 'other'];
  try {
    return { clean: true, text: execFileSync('git', args, { cwd: folder, encoding: 'utf8' }) };
  } catch (error) {
    return { clean: false, text: String((error as { stdout: unknown }).stdout) };
  }
}

describe('a manifest', () => {
  test('is merged by git, line by line, to what a merge by key comes to', () => {
    const yours = spell({ name: 'shop', scripts: { dev: 'node', test: 'node --test' }, files: [] });
    const merge = mergeManifest({ base, yours, theirs })!;
    const { clean, text } = mergeLines(yours, merge.base, merge.theirs);
    expect(clean).toBe(true);
    expect(JSON.parse(text)).toEqual({
      name: 'shop',
      scripts: { dev: 'node --run migrate', test: 'node --test' },
      dependencies: { pg: '8' },
      files: [],
    });
  });

  test('that nobody has changed becomes theirs, byte by byte', () => {
    expect(mergeManifest({ base, yours: base, theirs })!.theirs).toBe(theirs);
  });

  test('keeps the indentation and the line ends that it has', () => {
    const yours = '{\r\n\t"name": "shop",\r\n\t"scripts": {\r\n\t\t"dev": "node"\r\n\t}\r\n}\r\n';
    const merge = mergeManifest({ base, yours, theirs })!;
    expect(merge.theirs).toContain('\r\n\t\t"dev": "node --run migrate"\r\n');
    expect(merge.theirs.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('has marks only around the values in conflict', () => {
    const yours = spell({ name: 'shop', scripts: { dev: 'mine', test: 'node --test' } });
    const merge = mergeManifest({ base, yours, theirs })!;
    const { clean, text } = mergeLines(yours, merge.base, merge.theirs);
    expect(clean).toBe(false);
    expect(text).toContain('  "name": "shop",\n  "scripts": {\n<<<<<<<');
    expect(text).toContain('"pg": "8"');
  });

  test.each([
    ['yours', 'mine'],
    ['theirs', 'node --run migrate'],
  ] as const)('in conflict is settled for %s in the values alone', (side, dev) => {
    const yours = spell({ name: 'shop', scripts: { dev: 'mine', test: 'node --test' } });
    const merge = mergeManifest({ base, yours, theirs })!;
    const settled = settleManifest({ base: merge.base, yours, theirs: merge.theirs }, side);
    expect(JSON.parse(settled!)).toEqual({
      name: 'shop',
      scripts: { dev, test: 'node --test' },
      dependencies: { pg: '8' },
    });
  });

  test('that is no JSON object is left to git', () => {
    expect(mergeManifest({ base, yours: '<<<<<<< HEAD', theirs })).toBe(null);
    expect(mergeManifest({ base, yours: '[]', theirs })).toBe(null);
  });
});
