import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Cancelled } from '../../src/errors.ts';
import { run } from '../../src/system/process.ts';
import { isAlive } from '../support/alive.ts';
import { temporaryFolder } from '../support/temporary.ts';

const options = { cwd: '/', env: { PATH: process.env['PATH'] } };
const node = (code: string, more: Partial<Parameters<typeof run>[1]> = {}) =>
  run([process.execPath, '-e', code], { ...options, ...more });

describe('a program', () => {
  test('ends with its exit code and what it wrote', async () => {
    const result = await node('console.log("out"); console.error("err"); process.exitCode = 3');
    expect(result).toMatchObject({ started: true, exitCode: 3, stdout: 'out\n' });
    expect(result.output).toContain('err\n');
  });

  test('that does not exist was never started', async () => {
    expect(await run(['no-such-program'], options)).toMatchObject({
      started: false,
      exitCode: null,
    });
  });

  test('gets its arguments as they are, without a shell', async () => {
    const hostile = ['; echo hi', '$(id)', '`id`', '*', "it's", '--flag', ''];
    const { stdout } = await run(
      [process.execPath, '-p', 'JSON.stringify(process.argv.slice(1))', '--', ...hostile],
      options,
    );
    expect(JSON.parse(stdout)).toEqual(hostile);
  });

  test('inherits nothing but what it is given', async () => {
    const { stdout } = await node('console.log(JSON.stringify(process.env))', {
      env: { ONLY: 'this' },
    });
    expect(JSON.parse(stdout)).toEqual({ ONLY: 'this' });
  });

  test('has nothing to read', async () => {
    expect((await node('process.stdin.resume().on("end", () => console.log("end"))')).stdout).toBe(
      'end\n',
    );
  });

  test('is followed line by line', async () => {
    const lines: string[] = [];
    await node('process.stdout.write("a\\nb"); process.stdout.write("c\\r\\nd\\n")', {
      onLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['a', 'bc', 'd']);
  });

  test('is stopped with its children when the signal is raised', async () => {
    const alive = join(temporaryFolder(), 'alive');
    const controller = new AbortController();
    const child = `require("node:fs").writeFileSync(${JSON.stringify(alive)}, String(process.pid)); setInterval(() => {}, 1000)`;
    const parent = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" }); setInterval(() => {}, 1000)`;
    const running = node(parent, { signal: controller.signal });
    await expect.poll(() => existsSync(alive) && readFileSync(alive, 'utf8')).toMatch(/^\d+$/);
    controller.abort(new Cancelled(143));
    await expect(running).rejects.toMatchObject({ exitCode: 143 });
    await expect.poll(() => isAlive(Number(readFileSync(alive, 'utf8')))).toBe(false);
  });

  test('is killed when it does not stop for being asked', async () => {
    const controller = new AbortController();
    const stubborn =
      'process.on("SIGTERM", () => {}); console.log("ready"); setInterval(() => {}, 1000)';
    const running = node(stubborn, {
      signal: controller.signal,
      onLine: () => controller.abort(new Cancelled()),
    });
    await expect(running).rejects.toBeInstanceOf(Cancelled);
  });

  test('is not started once the signal is raised', async () => {
    const marker = join(temporaryFolder(), 'ran');
    const code = `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "")`;
    await expect(node(code, { signal: AbortSignal.abort(new Cancelled()) })).rejects.toBeInstanceOf(
      Cancelled,
    );
    expect(existsSync(marker)).toBe(false);
  });
});
