import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseResource } from '../../../src/catalog/parse-resource.ts';
import { presets } from '../../../src/catalog/presets.ts';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import type { Result } from '../../../src/checker/result.ts';
import { runChecks } from '../../../src/checker/run-checks.ts';
import { Session } from '../../../src/checker/session.ts';

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
  const common = { launch: null, project: null, databaseUrl: null, adminCommand: null };
  const resource = parseResource(presets['tasks']).resource!;
  const session = new Session(
    { ...common, resource, stage: 1, address, apiKey: null, atHand: null },
    signal,
  );
  const check = { id: 'one', title: 'one', likely: '', lesson: null, from: 1, needs, run };
  const settings = { seed: 1, bail: false, timeout: 1, all: true, signal };
  const results: Result[] = [];
  for await (const result of runChecks(session, [check], settings)) results.push(result);
  await session.close();
  return results.at(-1)!;
}
