import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, STATUS_CODES, type IncomingMessage } from 'node:http';
import { Tasks } from './tasks.ts';
import { Refusal, type Result } from './result.ts';

/*
 * This service breaks ten promises on purpose, each marked below or in tasks.ts by the check that
 * must find it: post-says-where, ids-are-not-reused, blank-text-is-refused, put-resets-what-is-absent,
 * delete-twice-is-404, taken-key-is-409-for-patch, harmless-repeat-is-fine, errors-are-not-cached,
 * a-parameter-comes-once, request-id-is-kept.
 */

const document = JSON.parse(
  readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'),
) as object;
const tasks = new Tasks();
const LIMIT = 100 * 1024;

type Handler = (input: { id: number; query: URLSearchParams; body: unknown }) => Result;

const page: Handler = () => ({ status: 200, json: '<h1>tasks</h1>', type: 'text/html' });
const routes: [path: RegExp, handlers: Record<string, Handler>][] = [
  [/^\/health\/live$/, { GET: () => ({ status: 200, json: { status: 'ok' } }) }],
  [/^\/openapi\.json$/, { GET: () => ({ status: 200, json: document }) }],
  [/^\/docs$/, { GET: page }],
  [
    /^\/api\/v1\/tasks$/,
    {
      // a-parameter-comes-once: of two equal names, the last one wins.
      GET: ({ query }) => ({ status: 200, json: tasks.page(Object.fromEntries(query)) }),
      // post-says-where: no Location.
      POST: ({ body }) => ({ status: 201, json: tasks.create(body) }),
    },
  ],
  [
    /^\/api\/v1\/tasks\/([1-9]\d{0,14})$/,
    {
      GET: ({ id }) => ({ status: 200, json: tasks.find(id) }),
      PUT: ({ id, body }) => ({ status: 200, json: tasks.replace(id, body) }),
      PATCH: ({ id, body }) => ({ status: 200, json: tasks.amend(id, body) }),
      DELETE: ({ id }) => tasks.remove(id),
    },
  ],
];

const port = process.env['PORT'] ?? '3000';
if (!/^\d{1,5}$/.test(port)) end(`PORT is no port: ${port}`);

createServer(async (request, response) => {
  const { status, json, type, headers } = await answer(request);
  // request-id-is-kept: always a new one.
  response.setHeader('X-Request-Id', randomUUID()).setHeader('X-Content-Type-Options', 'nosniff');
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  response.statusCode = status;
  if (json === undefined) return void response.end();
  response.setHeader('Content-Type', type ?? 'application/json');
  if (status >= 400) response.setHeader('Connection', 'close');
  response.end(type === 'text/html' ? json : JSON.stringify(json));
})
  .on('error', ({ message }) => end(`port ${port}: ${message}`))
  .listen(Number(port), process.env['HOST'] ?? '127.0.0.1');

async function answer(request: IncomingMessage): Promise<Result> {
  try {
    return await dispatch(request);
  } catch (error) {
    const { status, errors, allow } = error instanceof Refusal ? error : new Refusal(500);
    const title = STATUS_CODES[status];
    const json = { type: 'about:blank', title, status, detail: `${title}.`, errors };
    // errors-are-not-cached: no Cache-Control.
    const headers: Record<string, string> = allow === undefined ? {} : { Allow: allow };
    return { status, json, type: 'application/problem+json', headers };
  }
}

async function dispatch(request: IncomingMessage): Promise<Result> {
  const address = `http://x${request.url}`;
  if (!URL.canParse(address)) throw new Refusal(400);
  const { pathname, searchParams: query } = new URL(address);
  const route = routes.find(([path]) => path.test(pathname));
  if (route === undefined) throw new Refusal(404);
  const [path, handlers] = route;
  const allow = ['OPTIONS', 'HEAD', ...Object.keys(handlers)].join(', ');
  if (request.method === 'OPTIONS') return { status: 204, headers: { Allow: allow } };
  const handler = handlers[request.method === 'HEAD' ? 'GET' : request.method!];
  if (handler === undefined) throw new Refusal(405, undefined, allow);
  const id = Number(path.exec(pathname)![1]);
  const body =
    handler.length > 0 && request.method!.startsWith('P') ? await read(request) : undefined;
  return handler({ id, query, body });
}

async function read(request: IncomingMessage): Promise<unknown> {
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  if (!/^application\/json *(; *charset="?utf-8"?)?$/.test(type)) throw new Refusal(415);
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    if (Buffer.concat(chunks).length > LIMIT) throw new Refusal(413);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400);
  }
}

function end(reason: string): never {
  console.error(reason);
  process.exit(1);
}
