import Fastify, { type FastifyInstance } from 'fastify';
import type { Deps } from './deps.ts';
import { acceptJsonOnly } from './http/body.ts';
import { useZod } from './http/compilers.ts';
import { answerErrors } from './http/errors.ts';
import { addHealthRoutes } from './http/health.ts';
import { describeApi } from './http/openapi.ts';
import { serverOptions } from './http/server-options.ts';
import { taskRoutes } from './tasks/routes.ts';

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
  acceptJsonOnly(app);
  useZod(app);
  answerErrors(app);
  await describeApi(app);
  addHealthRoutes(app);
  await app.register(taskRoutes, {
    prefix: '/api/v1/tasks',
    service: deps.tasks,
  });
  return app;
}
