import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { enclose, type Cell } from '../../../src/sandbox/bubblewrap.ts';
import { networkAttempts } from '../../../src/sandbox/network-attempts.ts';
import { exactEnd } from '../../../src/sandbox/program-end.ts';
import { noteRefusals } from '../../../src/sandbox/refusals.ts';
import { SandboxLog } from '../../../src/sandbox/sandbox-log.ts';
import { scratchFoldersIn } from '../../../src/sandbox/scratch-folders.ts';

describe('a cell', () => {
  const cell: Cell = {
    mounts: [
      { kind: 'read', from: '/home/me/work', to: '/grading/project' },
      { kind: 'read', from: '/packages', to: '/grading/project/node_modules' },
    ],
    env: { PORT: '1', GONE: undefined },
    cwd: '/grading/project',
    network: 'own',
    mayEnclose: false,
    tellsStatus: false,
  };

  test('has nothing of its host but what is named, and cannot be written into', () => {
    const line = enclose(cell, ['node', 'server.ts']).join(' ');
    expect(line).toContain('--dir /grading --ro-bind /home/me/work /grading/project');
    expect(line).toContain('--clearenv --setenv PORT 1 --chdir');
    expect(line).toMatch(/ --remount-ro \/ .* -- node server\.ts$/);
    expect(line).not.toContain('GONE');
  });

  test('has a network of its own, or that of whoever starts it', () => {
    expect(enclose(cell, [])).toContain('--unshare-net');
    expect(enclose({ ...cell, network: 'shared' }, [])).not.toContain('--unshare-net');
  });

  test('makes no further cells unless it may', () => {
    expect(enclose(cell, [])).toContain('--disable-userns');
    expect(enclose({ ...cell, mayEnclose: true }, [])).not.toContain('--disable-userns');
  });
});

test.each([
  [0, 0, null],
  [1, 1, null],
  [137, null, 'SIGKILL'],
  [143, null, 'SIGTERM'],
  [255, 255, null],
])('the end %s of what encloses is that of the program', (code, exitCode, signal) => {
  expect(exactEnd({ exitCode: code, signal: null })).toEqual({ exitCode, signal });
});

const noted = (text: string) => {
  const log = new SandboxLog();
  noteRefusals(text, ['/grading/project', '/tmp'], log);
  return log.incidents.map((incident) => incident.text);
};

describe('what a program says of files', () => {
  test('that it may not use is noted, in the words of Node and of Python', () => {
    expect(noted("EROFS: read-only file system, open '/etc/passwd'")).toEqual([
      'it tried to use /etc/passwd, which is not its to use (EROFS)',
    ]);
    expect(noted("OSError: [Errno 30] Read-only file system: '/usr/x'")).toHaveLength(1);
  });

  test('that are not there is noted where they are none of its own', () => {
    expect(noted("ENOENT: no such file or directory, open '/root/.ssh/id_rsa'")).toEqual([
      'it looked for /root/.ssh/id_rsa, outside of its project',
    ]);
    expect(noted("ENOENT: no such file or directory, open '/grading/project/.env'")).toEqual([]);
  });
});

test('attempts to leave the network are counted by their names', () => {
  const table = [
    'Ip: Forwarding OutNoRoutes InReceives',
    'Ip: 1 3 99',
    'Udp: InDatagrams NoPorts',
    'Udp: 7 2',
  ].join('\n');
  expect(networkAttempts(table)).toEqual({ unroutable: 3, unheard: 2 });
});

test('a program sees the temporary folders that its command names, and no other', () => {
  const [one, other] = ['check', 'postgres'].map((kind) =>
    mkdtempSync(join(tmpdir(), `create-backend-${kind}-`)),
  );
  onTestFinished(() => [one, other].forEach((folder) => rmSync(folder!, { recursive: true })));
  const texts = [`--import=file://${one}/counter.mjs`, `${one}/data`, other, undefined, '/etc'];
  expect(scratchFoldersIn(texts)).toEqual([one]);
});
