import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from './problem.ts';

const alive = { status: 'ok' } as const;

const Health = z.object({ status: z.literal(alive.status) }).meta({ id: 'Health' });

/** Liveness: the process answers. It asks nobody else. */
export function addHealthRoutes(app: FastifyInstance): void {
  const schema = {
    operationId: 'live',
    summary: 'Is the process alive?',
    tags: ['health'],
    response: { 200: Health, ...problems() },
  };
  app.withTypeProvider<ZodTypeProvider>().get('/health/live', { schema }, async () => alive);
}
