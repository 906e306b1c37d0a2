import { STATUS_CODES } from 'node:http';
import swagger, { type SwaggerTransform } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';
import { PROBLEM_JSON } from './problem.ts';

const info = {
  title: 'my-api',
  version: '1.0.0',
  license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
  description: 'Errors are `application/problem+json`, with every fault of a request at once.',
};

const FILE_KEYS = new Set(['$schema', '$id', 'id']);

/** Serves `/openapi.json`, made from the schemas of the routes, and `/docs`, a page to try it. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info,
      servers: [{ url: '/' }],
      security: [],
      components: {
        schemas: models(),
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
    transform,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(swaggerUi, { routePrefix: '/docs' });
}

/** Every model that has an id, once; routes point to them. */
function models() {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { io: 'input', uri: pointerTo, override });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
}

/** A route's zod schemas as those of OpenAPI. */
const transform: SwaggerTransform = ({ schema, url }) => {
  if (!schema?.response) return { schema: { hide: true }, url };
  const { params, querystring, headers, body, response, ...rest } = schema as FastifySchema &
    Schemas;
  return {
    url,
    schema: {
      ...rest,
      ...(params && { params: inline(params) }),
      ...(querystring && { querystring: inline(querystring) }),
      ...(headers && { headers: inline(headers) }),
      ...(body && { body: reference(body) }),
      response: Object.fromEntries(
        Object.entries(response).map(([status, model]) => [
          status,
          describe(Number(status), model, headers !== undefined),
        ]),
      ),
    },
  };
};

interface Schemas {
  params?: z.ZodType;
  querystring?: z.ZodType;
  headers?: z.ZodType;
  body?: z.ZodType;
  response: Record<string, z.ZodType>;
}

function describe(status: number, model: z.ZodType, isVersioned: boolean) {
  const type = status < 400 ? 'application/json' : PROBLEM_JSON;
  return {
    description: STATUS_CODES[status],
    headers: headersOf(status, isVersioned),
    ...(model instanceof z.ZodNull
      ? { type: 'null' }
      : { content: { [type]: { schema: reference(model) } } }),
  };
}

function headersOf(status: number, isVersioned: boolean) {
  return {
    'X-Request-Id': { type: 'string', description: 'The id of the request, also in the log.' },
    'X-Content-Type-Options': { type: 'string', const: 'nosniff' },
    ...(status === 201 && { Location: { type: 'string', description: 'Where it is now.' } }),
    ...(isVersioned && status < 400 && { ETag: { type: 'string' } }),
    ...(status === 401 && { 'WWW-Authenticate': { type: 'string', const: 'Bearer' } }),
    ...([429, 503].includes(status) && {
      'Retry-After': { type: 'string', description: 'In seconds.' },
    }),
    ...(status >= 400 && { 'Cache-Control': { type: 'string', const: 'no-store' } }),
  };
}

/** Where there is a format, its pattern tells nothing more, and that in 300 characters. */
function override({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
}

function inline(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', override });
}

function reference(model: z.ZodType) {
  return { $ref: pointerTo(z.globalRegistry.get(model)?.id ?? '') };
}

function pointerTo(id: string): string {
  return `#/components/schemas/${id}`;
}

/** Without the keys that only a schema in a file of its own has. */
function bare(schema: object) {
  const entries = Object.entries(schema).filter(([key]) => !FILE_KEYS.has(key));
  return Object.fromEntries(entries);
}
