import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  attempt,
  compose,
  docker,
  eventually,
  inspect,
  project,
  settings,
  type,
} from './docker.ts';
import { Service, newUser } from './service.ts';

const service = new Service('http://127.0.0.1:3000');
const ada = newUser();
const page = readFileSync(join(project, 'docs/deployment.md'), 'utf8');

before(() => compose('config', '--quiet'));
after(() => compose('down', '--volumes', '--timeout', '5'));

async function containerOf(name: string): Promise<string> {
  return compose('ps', '--all', '--quiet', name);
}

test('the compose file asks for the secrets that it needs', async () => {
  for (const missing of ['JWT_SECRET', 'POSTGRES_PASSWORD']) {
    const incomplete = { ...settings, [missing]: '' };
    const { code, stderr } = await attempt(['compose', 'config', '--quiet'], incomplete);
    assert.notEqual(code, 0);
    assert.match(stderr, new RegExp(missing));
  }
});

test('up waits until migrations have run and the service is healthy', async () => {
  await compose('up', '--detach', '--wait', '--wait-timeout', '60');
  const [migrate, api] = [await containerOf('migrate'), await containerOf('api')];
  assert.equal(await inspect(migrate, '{{.State.ExitCode}}'), '0');
  const migrated = await inspect(migrate, '{{.State.FinishedAt}}');
  assert.ok(migrated < (await inspect(api, '{{.State.StartedAt}}')));
  assert.equal(await inspect(api, '{{.State.Health.Status}}'), 'healthy');
});

test('only the service is published, and only on the loopback address', async () => {
  const ports = await compose('ps', '--all', '--format', '{{.Service}} {{.Publishers}}');
  assert.match(ports, /^api .*127\.0\.0\.1/m);
  const { services } = JSON.parse(await compose('config', '--format', 'json'));
  assert.deepEqual([services.postgres.ports, services.migrate.ports], [undefined, undefined]);
});

test('service and migrations run without privileges and with a read-only root', async () => {
  for (const name of ['api', 'migrate']) {
    const { HostConfig, Config } = JSON.parse(await inspect(await containerOf(name), '{{json .}}'));
    assert.equal(HostConfig.ReadonlyRootfs, true);
    assert.deepEqual(HostConfig.CapDrop, ['ALL']);
    assert.deepEqual(HostConfig.SecurityOpt, ['no-new-privileges:true']);
    assert.match(Config.User, /^(node|[1-9]\d*)(:|$)/);
  }
});

test('a user registers, logs in and keeps a task', async () => {
  assert.equal((await service.register(ada)).status, 201);
  assert.equal((await service.login(ada)).status, 200);
  assert.equal((await service.ask('POST', '/api/v1/tasks', { title: 'Milk' })).status, 201);
});

test('make-admin works in the container', async () => {
  const scripts = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).scripts;
  const command = scripts['make-admin'].replace(/--env-file\S+ /, '').split(' ');
  assert.equal(await service.status('/api/v1/users'), 403);
  await compose('exec', 'api', ...command, ada.email);
  await service.login(ada);
  assert.equal(await service.status('/api/v1/users'), 200);
});

test('while the database is paused it answers 503, and it recovers by itself', async () => {
  await compose('pause', 'postgres');
  const started = Date.now();
  const answers = ['/api/v1/tasks', '/health/ready', '/health/live'].map((p) => service.status(p));
  assert.deepEqual(await Promise.all(answers), [503, 503, 200]);
  assert.ok(Date.now() - started < 5_000);
  await compose('unpause', 'postgres');
  await eventually(10, async () => (await service.status('/api/v1/tasks')) === 200 || undefined);
  assert.equal(await service.status('/health/ready'), 200);
});

test('every line of the log is JSON, can be found by its request, and holds no secret', async () => {
  await service.login(ada);
  const answer = await service.ask('GET', '/api/v1/me');
  const lines = (await docker('logs', await containerOf('api'))).split('\n');
  const entries = lines.map((line) => JSON.parse(line));
  const id = answer.headers.get('x-request-id');
  assert.ok(entries.some((entry) => entry.request_id === id));
  assert.ok(!lines.some((line) => line.includes(ada.password) || /Bearer [\w.]{9}/.test(line)));
});

test('backup and restore work as docs/deployment.md writes them', async () => {
  const [backup = '', restore = ''] = page.match(/^docker compose exec -T postgres .*$/gm) ?? [];
  await type(backup);
  assert.equal((await service.ask('POST', '/api/v1/tasks', { title: 'Bread' })).status, 201);
  await type(restore);
  assert.equal((await service.ask('GET', '/api/v1/tasks')).body.total, 1);
});

test('rolling back, as the same page writes it, starts the earlier image', async () => {
  const [, again] = /`TAG=\S+ (docker compose up [^`]+)`/.exec(page) ?? [];
  const { services } = JSON.parse(await compose('config', '--format', 'json'));
  const earlier = services.api.image.replace(/:.*/, ':earlier');
  await docker('tag', services.api.image, earlier);
  await type(`TAG=earlier ${again}`);
  assert.equal(await inspect(await containerOf('api'), '{{.Config.Image}}'), earlier);
  assert.equal(await service.status('/api/v1/tasks'), 200);
});

test('stop ends every container by itself, none by force', async () => {
  await compose('stop');
  for (const name of ['api', 'postgres'])
    assert.equal(await inspect(await containerOf(name), '{{.State.ExitCode}}'), '0');
});

test('down and up keep the data', async () => {
  await compose('down');
  await compose('up', '--detach', '--wait', '--wait-timeout', '60');
  assert.equal((await service.login(ada)).status, 200);
  assert.equal((await service.ask('GET', '/api/v1/tasks')).body.total, 1);
});

test('down with volumes forgets the data', async () => {
  await compose('down', '--volumes');
  assert.equal(await docker('volume', 'ls', '--quiet'), '');
  await compose('up', '--detach', '--wait', '--wait-timeout', '60');
  assert.equal((await service.login(ada)).status, 401);
});
