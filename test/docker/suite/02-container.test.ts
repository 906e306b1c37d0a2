import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { attempt, docker, eventually, image, inspect, settings } from './docker.ts';
import { Service } from './service.ts';

const LOCKED_DOWN = ['--read-only', '--cap-drop=ALL', '--security-opt=no-new-privileges:true'];
const { DATABASE_URL, JWT_SECRET } = settings;
const sound = { DATABASE_URL, JWT_SECRET };

after(() => docker('rm', '--force', 'locked-down', 'stopped'));

/** Starts the image with a published port, and answers once it is alive. */
async function start(name: string, ...options: string[]): Promise<Service> {
  const publish = ['--publish', '127.0.0.1::3000'];
  await docker('run', '--detach', '--name', name, ...publish, ...options, ...given(sound), image);
  const service = new Service(`http://${await docker('port', name, '3000')}`);
  await eventually(10, async () => (await service.status('/health/live')) === 200 || undefined);
  return service;
}

function given(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
}

test('it answers with a read-only root, no capability and a user id of no name', async () => {
  const limits = ['--user', '23456:23456', '--memory', '256m', '--pids-limit', '64'];
  const service = await start('locked-down', ...LOCKED_DOWN, ...limits);
  assert.deepEqual((await service.ask('GET', '/health/live')).body, { status: 'ok' });
});

test('without its database it lives, is not ready, and is not called healthy', async () => {
  const service = new Service(`http://${await docker('port', 'locked-down', '3000')}`);
  assert.equal(await service.status('/health/ready'), 503);
  assert.equal(await service.status('/health/live'), 200);
  assert.notEqual(await inspect('locked-down', '{{.State.Health.Status}}'), 'healthy');
});

test('docker stop lets a request in flight finish, and the service exits with 0', async () => {
  const service = await start('stopped', ...LOCKED_DOWN);
  const request = unfinishedLogin(service.base);
  await request.sent;
  const stopping = docker('stop', '--time', '10', 'stopped');
  await eventually(5, async () => (await service.status('/health/live')) !== 200 || undefined);
  assert.match(await request.finish(), /^HTTP\/1\.1 422 /);
  await stopping;
  assert.equal(await inspect('stopped', '{{.State.ExitCode}}'), '0');
});

/** A login whose body stops before its last byte, until `finish` sends that byte. */
function unfinishedLogin(base: string): { sent: Promise<void>; finish: () => Promise<string> } {
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  const head = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: service\r\nContent-Length: 2\r\n';
  const text = `${head}Content-Type: application/json\r\n\r\n{`;
  let answer = '';
  socket.setEncoding('utf8').on('data', (part) => (answer += part));
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)));
  const sent = new Promise<void>((resolve) => socket.write(text, () => setTimeout(resolve, 300)));
  return { sent, finish: () => (socket.end('}'), ended) };
}

const refused: Record<string, Record<string, string>> = {
  'no secret': { DATABASE_URL },
  'a short secret': { ...sound, JWT_SECRET: 'short-secret' },
  'the secret of the example file': { ...sound, JWT_SECRET: 'change-me-'.repeat(5) },
  'no database': { JWT_SECRET },
  'a CORS wildcard': { ...sound, CORS_ORIGINS: '*' },
};

for (const [fault, values] of Object.entries(refused)) {
  test(`with ${fault} it refuses to start, in one line without a secret`, async (t) => {
    t.after(() => docker('rm', '--force', 'refused'));
    const ended = await attempt(['run', '--name', 'refused', ...given(values), image]);
    assert.notEqual(ended.code, 0);
    assert.equal(ended.stderr.trim().split('\n').length, 1, ended.stderr);
    assert.match(ended.stderr, /JWT_SECRET|DATABASE_URL|CORS_ORIGINS/);
    assert.doesNotMatch(ended.stderr, /database-password|short-secret|change-me-/);
  });
}
