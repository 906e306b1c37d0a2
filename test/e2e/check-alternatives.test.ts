import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Service } from '../../src/checker/service/service.ts';
import { ownPrograms } from '../../src/system/process.ts';
import { findFreePort } from '../../src/system/free-port.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = (name: string) => join(root, 'test', 'alternatives', name);
/** Where FastAPI is installed; `.ci/run` makes it, and a laptop may have it by itself. */
const python = process.env['FASTAPI_PYTHON'] ?? 'python3';
const hasFastApi = spawnSync(python, ['-c', 'import fastapi, uvicorn']).status === 0;

const alternatives = [
  { name: 'plain-node', program: [process.execPath, 'server.ts'], isHere: true },
  { name: 'express', program: [process.execPath, 'server.js'], isHere: true },
  {
    name: 'fastapi',
    program: [python, 'server.py'],
    isHere: hasFastApi || Boolean(process.env['CI']),
  },
];

interface Report {
  checks: { id: string; state: string; reason?: string }[];
}

describe('a service that was written without the kit', () => {
  for (const { name, program, isHere } of alternatives) {
    it.skipIf(!isHere)(`passes every check of stage 1 when it is started: ${name}`, () => {
      const report = check(name, ['--start', program.join(' '), '--all']);
      expect(failed(report)).toEqual([]);
      expect(report.checks.filter(({ state }) => state === 'pass').length).toBeGreaterThan(100);
    });

    it.skipIf(!isHere)(
      `passes when it runs already, and is left as it was found: ${name}`,
      async () => {
        const { service, url } = await running(name, program);
        try {
          expect(failed(check(name, ['--url', url, '--all']))).toEqual([]);
          const list = (await (await fetch(`${url}/api/v1/tasks`)).json()) as { total: number };
          expect(list.total).toBe(0);
        } finally {
          await service.stop();
        }
      },
    );
  }

  it('fails in exactly the ten ways in which it is wrong', () => {
    const report = check('wrong', ['--start', `${process.execPath} server.ts`, '--all']);
    expect(failed(report).toSorted()).toEqual(
      [
        'post-says-where',
        'ids-are-not-reused',
        'blank-text-is-refused',
        'put-resets-what-is-absent',
        'delete-twice-is-404',
        'taken-key-is-409-for-patch',
        'harmless-repeat-is-fine',
        'errors-are-not-cached',
        'a-parameter-comes-once',
        'request-id-is-kept',
      ].toSorted(),
    );
  });
});

function check(name: string, flags: readonly string[]): Report {
  const bin = join(root, 'bin', 'create-backend.js');
  const options = { cwd: folder(name), encoding: 'utf8', maxBuffer: 10_000_000 } as const;
  const result = spawnSync(process.execPath, [bin, 'check', '--json', ...flags], options);
  return JSON.parse(result.stdout) as Report;
}

function failed({ checks }: Report): string[] {
  return checks
    .filter(({ state }) => state === 'fail' || state === 'kit-fault')
    .map(({ id }) => id);
}

async function running(name: string, program: readonly string[]) {
  const port = await findFreePort();
  const service = await Service.launch({
    commandLine: program,
    cwd: folder(name),
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
    address: { host: '127.0.0.1', port },
    programs: ownPrograms,
  });
  const start = await service.awaitReady(new AbortController().signal);
  expect(start.end).toBe('ready');
  return { service, url: `http://127.0.0.1:${port}` };
}
