import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/database.ts';
import { createDeps } from '../../src/deps.ts';
import { freshDatabase } from './database.ts';
import { addUser, tokenSettings } from './users.ts';

/** What came back; `body` is the parsed JSON, or the text where it is none. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: any;
}

/**
 * A fresh service without a port, closed after the test, and a client of it: an admin, who may do
 * all that could be done before there were users. `as` gives a client that is someone else.
 */
export async function startApi(t: TestContext, settings: Record<string, string> = {}) {
  const { url: DATABASE_URL } = await freshDatabase();
  const config = readConfig({ DATABASE_URL, ...tokenSettings, LOG_LEVEL: 'silent', ...settings });
  const database = openDatabase(config);
  const app = await buildApp(createDeps(config, database));
  t.after(() => app.close());

  const admin = await addUser('admin');
  const as = (user: object) => clientOf(app, user);
  return { ...as({ authorization: admin.authorization }), as, admin, database };
}

function clientOf(app: FastifyInstance, credentials: object) {
  async function send(request: InjectOptions): Promise<Answer> {
    const { statusCode, headers, payload } = await app.inject({
      ...request,
      headers: { ...credentials, ...request.headers },
    });
    const isJson = /json/.test(String(headers['content-type']));
    const body = isJson && payload ? JSON.parse(payload) : payload;
    return { status: statusCode, headers: headers as Record<string, string>, body };
  }

  return {
    send,
    get: (url: string) => send({ method: 'GET', url }),
    post: (url: string, payload: object) => send({ method: 'POST', url, payload }),
    put: (url: string, payload: object) => send({ method: 'PUT', url, payload }),
    patch: (url: string, payload: object) => send({ method: 'PATCH', url, payload }),
    delete: (url: string) => send({ method: 'DELETE', url }),
  };
}

export type Api = Awaited<ReturnType<typeof startApi>>;

/** Every error has one shape (RFC 9457), is not cached, and tells nothing of the inside. */
export function assertProblem(answer: Answer, status: number): void {
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.body.status, status);
  for (const member of ['type', 'title', 'detail']) {
    assert.equal(typeof answer.body[member], 'string', `${member} is missing`);
  }
  assert.doesNotMatch(JSON.stringify(answer.body), /node_modules|\.ts:|at \w+ \(|fastify|zod/i);
}

/** An invalid request names these places, among others, as JSON Pointers. */
export function assertFaults(answer: Answer, ...pointers: string[]): void {
  assertProblem(answer, 422);
  const found = answer.body.errors.map((fault: { pointer: string }) => fault.pointer);
  for (const pointer of pointers) assert.ok(found.includes(pointer), `${pointer} not in ${found}`);
}
