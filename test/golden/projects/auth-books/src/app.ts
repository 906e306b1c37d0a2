import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { recordRefusals } from './audit/log.ts';
import { auditRoutes } from './audit/routes.ts';
import { requireToken } from './auth/guard.ts';
import { authRoutes } from './auth/routes.ts';
import { commentRoutes } from './comments/routes.ts';
import type { Deps } from './deps.ts';
import { acceptJsonOnly } from './http/body.ts';
import { useZod } from './http/compilers.ts';
import { allowOrigins } from './http/cors.ts';
import { answerErrors } from './http/errors.ts';
import { addHealthRoutes } from './http/health.ts';
import { describeApi } from './http/openapi.ts';
import { serverOptions } from './http/server-options.ts';
import { bookRoutes } from './books/routes.ts';

/** The whole service without a port: tests inject requests, `server.ts` listens. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify(serverOptions(deps.config));
  // Fastify looks at an Expect header that it does not know as an error; RFC 9110 lets us ignore it.
  app.server.on('checkExpectation', (request, response) => {
    app.server.emit('request', request, response);
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Content-Type-Options', 'nosniff').header('X-Request-Id', request.id);
    done();
  });
  // `upgrade-insecure-requests` would break /docs wherever there is no TLS.
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  });
  allowOrigins(app, deps.config.CORS_ORIGINS);
  acceptJsonOnly(app);
  useZod(app);
  answerErrors(app);
  await describeApi(app);
  addHealthRoutes(app, deps.ready);
  await app.register(async (api) => addApi(api, deps), { prefix: '/api/v1' });
  app.addHook('onClose', async () => deps.close());
  return app;
}

/** Everything below `/api/v1`: closed, save what says that it is open. */
async function addApi(api: FastifyInstance, deps: Deps): Promise<void> {
  requireToken(api, deps.tokens);
  recordRefusals(api, deps.database);
  await api.register(authRoutes, { service: deps.auth });
  await api.register(auditRoutes, { database: deps.database });
  await api.register(bookRoutes, {
    prefix: '/books',
    service: deps.books,
  });
  await api.register(commentRoutes, {
    prefix: '/books/:id/comments',
    service: deps.comments,
  });
}
