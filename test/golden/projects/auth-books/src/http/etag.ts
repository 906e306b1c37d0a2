import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { Problem } from './problem.ts';

/** What tells one version of an item from the next; `updated_at` only ever moves forward. */
interface Versioned {
  updated_at: string;
  comment_count: number;
}

/** Gives items their ETag; a client that has this version already gets a 304 and no body. */
export function tagVersions(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.url.endsWith('/:id')) return;
    const reads = route.method === 'GET';
    const more = reads ? { 304: z.null() } : { 412: Problem };
    const response = { ...(route.schema?.response as object), ...more };
    const condition = reads ? 'if-none-match' : 'if-match';
    const headers = z.looseObject({ [condition]: z.string().optional() });
    route.schema = { ...route.schema, headers, response };
  });
  app.addHook('preSerialization', async (_request, reply, payload) => {
    if (isVersioned(payload)) reply.header('ETag', etagOf(payload));
    return payload;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || !isKnown(request, reply.getHeader('ETag'))) return payload;
    reply.code(304).removeHeader('Content-Type');
    return null;
  });
}

/** A check for the moment of the change: `If-Match` has to name the version that is there then. */
export function precondition(request: FastifyRequest): (item: Versioned) => void {
  const wanted = request.headers['if-match'];
  return (item) => {
    if (wanted === undefined || names(wanted, etagOf(item))) return;
    throw new Refusal('stale', 'This is not the version that you have read; read it again.');
  };
}

/** By weak comparison (RFC 9110, 13.1.2): `W/` makes no difference. */
function isKnown({ method, headers }: FastifyRequest, etag: unknown): boolean {
  const known = headers['if-none-match'];
  if (known === undefined || typeof etag !== 'string') return false;
  return ['GET', 'HEAD'].includes(method) && names(known.replaceAll('W/', ''), etag);
}

/** Differs wherever the answer differs, so it is a strong tag (RFC 9110, 8.8.3). */
function etagOf({ updated_at, comment_count }: Versioned): string {
  return `"${Date.parse(updated_at)}-${comment_count}"`;
}

function names(header: string, etag: string): boolean {
  return header === '*' || header.split(',').some((tag) => tag.trim() === etag);
}

function isVersioned(payload: unknown): payload is Versioned {
  return typeof payload === 'object' && payload !== null && 'comment_count' in payload;
}
