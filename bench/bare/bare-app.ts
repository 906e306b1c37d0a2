/** Three routes of Fastify with the project's own schemas: what each stage is measured against. */
import fastJson, { type Schema } from 'fast-json-stringify';
import Fastify, { type FastifyRequest } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ItemPath } from './src/http/parameters.ts';
import { Task, TaskInput, TaskPage, TaskQuery } from './src/tasks/schema.ts';

/** The calls of a store that a request makes. */
interface Calls {
  list(query: z.output<typeof TaskQuery>): Promise<object>;
  find(id: number): Promise<object | undefined>;
  insert(input: z.output<typeof TaskInput>): Promise<object | 'taken'>;
}

/** Listens on PORT. `callsOf` says what a request may do, once it is known whose it is. */
export async function bareApp(callsOf: (request: FastifyRequest) => Calls | Promise<Calls>) {
  const app = Fastify({ logger: false }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(({ schema }) =>
    fastJson(
      z.toJSONSchema(schema as z.ZodType, { target: 'openapi-3.0', reused: 'inline' }) as Schema,
    ),
  );
  app.get(
    '/api/v1/tasks',
    { schema: { querystring: TaskQuery, response: { 200: TaskPage } } },
    async (request) => {
      const { limit, offset } = request.query;
      return { ...(await (await callsOf(request)).list(request.query)), limit, offset } as never;
    },
  );
  app.get(
    '/api/v1/tasks/:id',
    { schema: { params: ItemPath, response: { 200: Task } } },
    async (request) => (await (await callsOf(request)).find(request.params.id)) as never,
  );
  app.post(
    '/api/v1/tasks',
    { schema: { body: TaskInput, response: { 201: Task } } },
    async (request, reply) => {
      const item = await (await callsOf(request)).insert(request.body);
      const { id } = item as { id: number };
      return reply
        .code(201)
        .header('Location', `/api/v1/tasks/${id}`)
        .send(item as never);
    },
  );
  await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
}
