import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stageFolder, stages } from '../../src/catalog/stages.ts';
import { bin, kit, repository, runProgram, type Run } from '../support/kit.ts';
import { linkProgram, machine } from '../support/machine.ts';
import { describeWith, oldNode } from '../support/toolchain.ts';

describe('the package', () => {
  let folder: string;
  let tarball: string;
  let paths: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'create-backend-package-'));
    // Without scripts: the program is built already, and other tests are using it.
    const pack = ['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const { stdout } = await runProgram(pack, { cwd: repository, env: process.env });
    const [packed] = JSON.parse(stdout);
    tarball = join(folder, packed.filename);
    paths = packed.files.map(({ path }: { path: string }) => path);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what runs, what it is made from, and nothing else', () => {
    const known =
      /^(?:(?:bin|dist|templates|lessons)\/.+|package\.json|README\.md|LICENSE|CHANGELOG\.md|docs\/resources\.md)$/;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining(['bin/create-backend.js', 'dist/cli.cjs', 'LICENSE', 'README.md']),
    );
    for (const stage of stages)
      expect(paths).toContain(`dist/templates/typescript/${stageFolder(stage)}.cjs`);
  });

  test('depends on nothing, and runs nothing when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
    const keys = ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'];
    for (const key of keys) expect(manifest[key] ?? {}).toEqual({});
    for (const script of ['preinstall', 'install', 'postinstall'])
      expect(manifest.scripts).not.toHaveProperty(script);
    expect(manifest.bin).toEqual({ 'create-backend': 'bin/create-backend.js' });
  });

  test('says nowhere that a user should run what belongs to a stranger', () => {
    const built = readdirSync(join(repository, 'dist'), { recursive: true, withFileTypes: true });
    for (const file of built.filter((entry) => entry.isFile())) {
      const text = readFileSync(join(file.parentPath, file.name), 'utf8');
      expect(text, file.name).not.toMatch(/npx create-backend@|npm (?:init|create) backend/);
    }
  });

  test('works where it is installed, without a network', async () => {
    const place = machine({});
    for (const name of ['npm', 'npx']) linkProgram(name, place.programs);
    mkdirSync(join(place.cwd, 'tools'));
    const tools = { ...place, cwd: join(place.cwd, 'tools') };
    const install = await runProgram(
      ['npm', 'install', '--offline', '--no-audit', '--no-fund', tarball],
      tools,
    );
    expect(install).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(tools.cwd, 'node_modules'))).toEqual([
      '.bin',
      '.package-lock.json',
      'create-backend-roadmap',
    ]);
    const made = await runProgram(
      ['npx', '--offline', 'create-backend', 'shop', '--yes', '--no-install'],
      tools,
    );
    expect(made).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('shop: TypeScript, stage 1'),
    });
    const dryRun = await kit(['shop', '--yes', '--dry-run', '--json'], machine());
    for (const path of JSON.parse(dryRun.stdout).files) {
      expect(existsSync(join(tools.cwd, 'shop', path)), path).toBe(true);
    }
  });
});

const runOld = (...args: string[]): Promise<Run> => runProgram([oldNode!, bin, ...args], machine());

describeWith(oldNode, 'a Node that is too old', () => {
  test('gets one sentence with a command that works, and no stack', async () => {
    const { exitCode, stdout, stderr } = await runOld('shop', '--yes');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(
      /^create-backend needs Node 24 or later, and this is Node \d+\.\d+\.\d+\. Run it with one of its own: npx -p node@24 -p create-backend-roadmap create-backend shop --yes\n$/,
    );
  });

  test('gets that command as a shell would need it', async () => {
    expect((await runOld('--resource', "it's mine.json")).stderr).toContain(
      "create-backend --resource 'it'\\''s mine.json'\n",
    );
  });
});
