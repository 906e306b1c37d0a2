import assert from 'node:assert/strict';
import { it } from 'node:test';
import Fastify from 'fastify';
import { readConfig } from '../../../src/config.ts';
import { serverOptions } from '../../../src/http/server-options.ts';

const settings = { LOG_LEVEL: 'silent', DATABASE_URL: 'postgres://nobody@nowhere/nothing' };

/** Whom the service takes for the caller when 10.0.0.2 passes a request on. */
async function callerBehind(TRUST_PROXY: string, forwarded: string): Promise<string> {
  const app = Fastify(serverOptions(readConfig({ ...settings, TRUST_PROXY })));
  app.get('/', (request, reply) => reply.send(request.ip));
  const headers = { host: 'localhost', 'x-forwarded-for': forwarded };
  return (await app.inject({ url: '/', remoteAddress: '10.0.0.2', headers })).payload;
}

it('believes the proxies that it is told of, and of the rest nothing', async () => {
  assert.equal(await callerBehind('', '203.0.113.7'), '10.0.0.2');
  assert.equal(await callerBehind('loopback', '203.0.113.7'), '10.0.0.2');
  assert.equal(await callerBehind('10.0.0.0/8', '1.1.1.1, 203.0.113.7'), '203.0.113.7');
});
