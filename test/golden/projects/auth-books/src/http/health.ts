import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem, problems } from './problem.ts';

const alive = { status: 'ok' } as const;

const Health = z.object({ status: z.literal(alive.status) }).meta({ id: 'Health' });

/**
 * Liveness says that the process answers, and asks nobody else: no restart brings a database back.
 * Readiness says whether requests can be served now; `ready` fails where they cannot.
 */
export function addHealthRoutes(app: FastifyInstance, ready: () => Promise<unknown>): void {
  const schema = {
    operationId: 'live',
    summary: 'Is the process alive?',
    tags: ['health'],
    response: { 200: Health, 400: Problem, 500: Problem },
  };
  const readySchema = {
    operationId: 'ready',
    summary: 'Can it serve requests?',
    tags: ['health'],
    response: { 200: Health, ...problems() },
  };
  app
    .withTypeProvider<ZodTypeProvider>()
    .get('/health/live', { schema }, async () => alive)
    .get('/health/ready', { schema: readySchema }, async () => {
      await ready();
      return alive;
    });
}
