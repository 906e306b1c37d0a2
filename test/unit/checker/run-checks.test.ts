import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseResource } from '../../../src/catalog/parse-resource.ts';
import { presets } from '../../../src/catalog/presets.ts';
import type { PlacedCheck, Question } from '../../../src/checker/check.ts';
import type { Result } from '../../../src/checker/result.ts';
import { runChecks } from '../../../src/checker/run-checks.ts';
import { Session } from '../../../src/checker/session.ts';
import { ownPrograms } from '../../../src/system/process.ts';
import { isAlive } from '../../support/alive.ts';
import { temporaryFolder } from '../../support/temporary.ts';

describe('a run of checks', () => {
  it('ends a check that waits for something other than an answer', async () => {
    const { state, finding } = await ask(sound, () => new Promise(() => {}));
    expect(state).toBe('fail');
    expect(finding?.expected).toBe('the whole check is done within 1 s');
  });

  it('tells a fault of the check from one of the service', async () => {
    const { state, reason } = await ask(sound, () =>
      Promise.reject(new TypeError('no such thing')),
    );
    expect(state).toBe('kit-fault');
    expect(reason).toContain('no such thing');
  });

  it('goes on when a check fails while its requests are under way', async () => {
    const { state } = await ask(deaf, async ({ api }) => {
      void api.post(api.list, {});
      throw new TypeError('no such thing');
    });
    // An error that nobody awaits would end the run of these tests, too.
    expect(state).toBe('kit-fault');
  });

  it('shows the request that spoilt the list, though it got no answer itself', async () => {
    let isSpoilt = false;
    const spoilt: RequestListener = (request, response) => {
      isSpoilt ||= request.method === 'POST';
      if (request.method === 'POST') request.socket.destroy();
      else response.writeHead(isSpoilt ? 500 : 200).end('{"items":[]}');
    };
    const poison = 'POST /api/v1/tasks HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n';
    const { finding } = await ask(spoilt, async ({ api }) => {
      await api.provoke(() => api.sendBytes(poison));
    });
    expect(finding?.request).toMatchObject({ method: 'POST', path: '/api/v1/tasks' });
    expect(finding?.got).toContain('answers 500');
  });

  it('says what a check needs that cannot be had here', async () => {
    const { state, reason } = await ask(sound, async () => {}, ['start']);
    expect(state).toBe('not-run');
    expect(reason).toContain('--start');
  });
});

it('leaves no process behind that a check was still starting when its time was over', async () => {
  const folder = temporaryFolder();
  const pids = join(folder, 'pids');
  const signal = new AbortController().signal;
  const launch = {
    migrate: null,
    commands: {},
    commandLine: ['node', '-e', SECOND_IS_DEAF],
    cwd: folder,
    env: { ...process.env, PIDS: pids },
    programs: ownPrograms,
  };
  const session = new Session({ ...target, launch, address: null }, signal);
  const restarting = {
    ...check,
    needs: ['start'] as const,
    run: ({ service }: Question) => service.restart('SIGKILL'),
  };
  const results = await resultsOf(runChecks(session, [restarting], { ...settings, signal }));
  await session.close();
  expect(results.map(({ state }) => state)).toEqual(['pass', 'fail']);
  const started = readFileSync(pids, 'utf8').trim().split('\n').map(Number);
  expect(started.length).toBeGreaterThan(1);
  await expect.poll(() => started.filter(isAlive)).toEqual([]);
});

/** A service that hangs up on whoever wants to write. */
const deaf: RequestListener = ({ method, socket }, response) => {
  if (method === 'POST') socket.destroy();
  else response.end('{"items":[]}');
};

/** A service that notes its process, and of which the second one never listens. */
const SECOND_IS_DEAF = `
  const { appendFileSync, readFileSync } = require('node:fs');
  appendFileSync(process.env.PIDS, process.pid + '\\n');
  const answer = (_, response) => response.end('{"items":[]}');
  const isSecond = readFileSync(process.env.PIDS, 'utf8').trim().split('\\n').length === 2;
  if (!isSecond) require('node:http').createServer(answer).listen(process.env.PORT, process.env.HOST);
  setInterval(() => {}, 1000);`;

const common = { launch: null, project: null, databaseUrl: null, adminCommand: null };
const resource = parseResource(presets['tasks']).resource!;
const target = { ...common, resource, stage: 1, apiKey: null, atHand: null };
const check = { id: 'one', title: 'one', likely: '', lesson: null, from: 1 };
const settings = { seed: 1, bail: false, timeout: 1, all: true };

const sound: RequestListener = (_, response) => response.end('{"items":[]}');

/** Puts one question to a service that runs already. */
async function ask(
  listener: RequestListener,
  run: PlacedCheck['run'],
  needs: PlacedCheck['needs'] = [],
): Promise<Result> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const address = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  const signal = new AbortController().signal;
  const session = new Session({ ...target, address }, signal);
  const asked = { ...check, needs, run };
  const results = await resultsOf(runChecks(session, [asked], { ...settings, signal }));
  await session.close();
  return results.at(-1)!;
}

async function resultsOf(run: AsyncGenerator<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for await (const result of run) results.push(result);
  return results;
}
