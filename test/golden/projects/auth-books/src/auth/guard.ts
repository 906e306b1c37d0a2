import type { FastifyInstance } from 'fastify';
import { Refusal } from '../errors.ts';
import { Problem } from '../http/problem.ts';
import type { Caller } from './caller.ts';
import type { Tokens } from './tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** A route is closed to whoever has no token, unless it says this. */
    isOpen?: boolean;
  }
}

/** Closes every route of `app`, those of tomorrow too; a request that passes has its caller. */
export function requireToken(app: FastifyInstance, tokens: Tokens): void {
  app.decorateRequest('caller');
  app.addHook('onRoute', (route) => {
    if (route.config?.isOpen) return;
    const response = { ...(route.schema?.response as object), 401: Problem };
    route.schema = { ...route.schema, response, security: [{ bearer: [] }] };
  });
  app.addHook('onRequest', async (request, reply) => {
    // What one caller may see is not for a cache that others share.
    reply.header('Cache-Control', 'no-store');
    if (request.routeOptions.config.isOpen) return;
    const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const user = token && (await tokens.verify(token));
    if (!user) throw new Refusal('unauthorized', 'This needs a valid access token.');
    request.caller = { ...user, requestId: request.id };
  });
}
