import assert from 'node:assert/strict';
import { it } from 'node:test';
import Fastify from 'fastify';
import { jsonLines, RequestLog } from '../../../src/log.ts';

function appWithLog() {
  const lines: string[] = [];
  const logger = { ...jsonLines('info'), stream: { write: (line: string) => lines.push(line) } };
  const app = Fastify({ logger, logController: new RequestLog(), genReqId: () => 'id-1' });
  return { app, lines };
}

it('writes one line of JSON for a request, with its id and without its query', async () => {
  const { app, lines } = appWithLog();
  app.get('/*', (_request, reply) => reply.send('here'));
  await app.inject('/some%0Awhere?token=hunter2');
  const { request_id, method, path, status } = JSON.parse(lines.join(''));
  assert.deepEqual([request_id, method, path, status], ['id-1', 'GET', '/some%0Awhere', 200]);
});

it('keeps passwords, tokens and keys out, and every entry in one line', () => {
  const { app, lines } = appWithLog();
  const headers = { authorization: 'Bearer hunter2', 'X-API-Key': 'hunter2', cookie: 'a=hunter2' };
  app.log.error({ headers, body: { password: 'hun"ter2hunter2' } }, 'sent "Bearer hunter2"');
  app.log.error(new Error('no answer from postgres://app:hunter2@database/app\n{"level":"info"}'));
  for (const line of lines) assert.equal(JSON.parse(line).level, 'error');
  assert.doesNotMatch(lines.join(''), /hunter2/);
});
