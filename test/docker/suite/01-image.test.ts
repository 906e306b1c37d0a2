import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { docker, image, inspect, project } from './docker.ts';

const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));

test('the image builds without a network in less than a minute', async () => {
  const started = Date.now();
  await docker('build', '--tag', image, project);
  assert.ok(Date.now() - started < 60_000);
});

test('a second build takes everything from the layers of the first', async () => {
  const started = Date.now();
  await docker('build', '--tag', image, project);
  assert.ok(Date.now() - started < 5_000);
});

test('the image runs as a user without privileges', async () => {
  assert.notEqual(await docker('run', '--rm', image, 'id', '-u'), '0');
});

test('the image starts the service itself, not a shell around it', async () => {
  const command = JSON.parse(await inspect(image, '{{json .Config.Cmd}}'));
  assert.equal(command[0], 'node');
});

test('the image holds no secret, no history and nothing of development', async () => {
  const files = (await docker('run', '--rm', image, 'find', '/app')).split('\n');
  const unwanted =
    /^\/app\/(\.env.*|\.git|test|Dockerfile|compose\.yaml|node_modules\/planted\.js)$/;
  assert.deepEqual(
    files.filter((path) => unwanted.test(path)),
    [],
  );
  const tools = Object.keys(lock.packages).filter((path) => lock.packages[path].dev);
  assert.deepEqual(
    tools.filter((path) => files.includes(`/app/${path}`)),
    [],
  );
  assert.ok(files.some((path) => path.startsWith('/app/node_modules/')));
});

test('neither the settings nor the layers of the image name a secret', async () => {
  const history = await docker('history', '--no-trunc', '--format', '{{.CreatedBy}}', image);
  const env = await inspect(image, '{{json .Config.Env}}');
  assert.doesNotMatch(history + env, /SECRET|PASSWORD|TOKEN|DATABASE_URL/);
});

test('the service and its packages add less than 60 MB to the base', async () => {
  const dockerfile = readFileSync(join(project, 'Dockerfile'), 'utf8');
  const base = /^FROM (\S+)/m.exec(dockerfile)?.[1] ?? '';
  const added = (await sizeOf(image)) - (await sizeOf(base));
  assert.ok(added < 60e6, `it adds ${Math.round(added / 1e6)} MB`);
});

async function sizeOf(name: string): Promise<number> {
  return Number(await inspect(name, '{{.Size}}'));
}
