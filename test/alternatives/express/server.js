import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import express from 'express';
import { tasks } from './tasks.js';

const { HOST = '127.0.0.1', PORT = '3000' } = process.env;
if (!/^\d{1,5}$/.test(PORT)) throw exit(`PORT is no port: ${PORT}`);

const app = express();
app.disable('x-powered-by').set('etag', false).set('query parser', 'simple');

app.use((req, res, next) => {
  const id = req.get('x-request-id') ?? '';
  res.set('X-Request-Id', /^[A-Za-z0-9._-]{1,64}$/.test(id) ? id : randomUUID());
  res.set('X-Content-Type-Options', 'nosniff');
  next(req.get('host') === undefined ? { status: 400 } : undefined);
});
app.use(refuseOtherTypes, express.json({ limit: '100kb', strict: false, verify: mustBeText }));

app.get('/health/live', (req, res) => res.json({ status: 'ok' }));
app.get('/docs', (req, res) => res.type('html').send('<h1>tasks</h1>'));
app.get('/openapi.json', (req, res) => {
  res.json(JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')));
});
app.use('/api/v1/tasks', tasks);

app.use((req, res, next) => next({ status: 404 }));
app.use((error, req, res, _next) => {
  const status = error.type === 'entity.verify.failed' ? 400 : (error.status ?? 500);
  const title = STATUS_CODES[status];
  const problem = { type: 'about:blank', title, status, detail: `${title}.`, errors: error.faults };
  if (error.allow) res.set('Allow', error.allow);
  res.status(status).set('Cache-Control', 'no-store').type('application/problem+json');
  res.send(JSON.stringify(problem));
});

const server = app.listen(Number(PORT), HOST, (error) => {
  if (error) exit(`port ${PORT}: ${error.code === 'EADDRINUSE' ? 'is taken' : error.message}`);
});
server.requireHostHeader = false;

function refuseOtherTypes(req, res, next) {
  if (!['POST', 'PUT', 'PATCH'].includes(req.method)) return next();
  const [type, ...rest] = (req.get('content-type') ?? '').toLowerCase().split(';');
  const charset = rest.join(';').match(/charset="?([^";]+)/)?.[1] ?? 'utf-8';
  next(type.trim() === 'application/json' && charset === 'utf-8' ? undefined : { status: 415 });
}

function mustBeText(req, res, bytes) {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (text === '') throw new Error('empty');
}

function exit(reason) {
  console.error(reason);
  process.exit(2);
}
