import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from './problem.ts';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** Liveness: the process answers. It asks nobody else. */
export function addHealthRoutes(app: FastifyInstance): void {
  const schema = {
    operationId: 'live',
    summary: 'Is the process alive?',
    tags: ['health'],
    response: { 200: Health, ...problems() },
  };
  app
    .withTypeProvider<ZodTypeProvider>()
    .get('/health/live', { schema }, async () => ({ status: 'ok' as const }));
}
