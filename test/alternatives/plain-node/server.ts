import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { bodyOf } from './body.ts';
import { Problem } from './problem.ts';
import { answerTasks } from './tasks.ts';

const document = readFileSync(join(import.meta.dirname, '..', 'openapi.json'));
const port = Number(process.env['PORT'] ?? 3000);

if (!/^\d+$/.test(process.env['PORT'] ?? '3000') || port > 65_535)
  fail('PORT must be a port number');

createServer({ maxHeaderSize: 16_384, requireHostHeader: false }, (request, response) => {
  void answer(request, response);
})
  .on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
  })
  .on('error', (error) => fail(`cannot listen on port ${port}: ${error.message}`))
  .listen(port, process.env['HOST'] ?? '127.0.0.1');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const given = String(request.headers['x-request-id'] ?? '');
  response.setHeader('X-Request-Id', /^[\w.-]{1,64}$/.test(given) ? given : randomUUID());
  response.setHeader('X-Content-Type-Options', 'nosniff');
  try {
    await route(request, response);
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem(500);
    response.statusCode = problem.status;
    for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'application/problem+json');
    response.setHeader('Connection', 'close');
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(problem.body));
  }
}

async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.headers.host === undefined) throw new Problem(400);
  if ((request.url ?? '').length > 8_000) throw new Problem(414);
  const { pathname, searchParams } = addressOf(request);
  const method = request.method === 'HEAD' ? 'GET' : request.method!;
  if (pathname === '/openapi.json' && method === 'GET') {
    response.setHeader('Content-Type', 'application/json').end(document);
  } else if (pathname === '/docs' && method === 'GET') {
    response.setHeader('Content-Type', 'text/html').end('<a href="/openapi.json">OpenAPI</a>');
  } else if (pathname === '/health/live' && method === 'GET') {
    send(response, 200, { status: 'ok' });
  } else {
    const body = () => bodyOf(request);
    const { status, json, headers = {} } = await answerTasks(method, pathname, searchParams, body);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    send(response, status, json);
  }
}

function addressOf({ url }: IncomingMessage): URL {
  const address = `http://host${url}`;
  if (!url?.startsWith('/') || !URL.canParse(address)) throw new Problem(400);
  return new URL(address);
}

function send(response: ServerResponse, status: number, json: unknown): void {
  response.statusCode = status;
  if (json === undefined) return void response.end();
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(json));
}

function fail(reason: string): never {
  process.stderr.write(`tasks: ${reason}\n`);
  process.exit(1);
}
