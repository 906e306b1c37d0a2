import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { precondition, tagVersions } from '../http/etag.ts';
import { ItemPath } from '../http/parameters.ts';
import { problems } from '../http/problem.ts';
import {
  Book,
  BookImport,
  BookImported,
  BookInput,
  BookPage,
  BookPatch,
  BookQuery,
} from './schema.ts';
import type { BookService } from './service.ts';

const tags = ['books'];

interface Options {
  service: BookService;
}

/** The routes of books: each reads its input, asks the service, and shapes the answer. */
export const bookRoutes: FastifyPluginAsyncZod<Options> = async (app, { service }) => {
  tagVersions(app);

  app.get(
    '',
    {
      schema: {
        operationId: 'listBooks',
        summary: 'A page of books',
        tags,
        querystring: BookQuery,
        response: { 200: BookPage, ...problems(422) },
      },
    },
    (request) => service.list(request.query, request.caller),
  );

  app.post(
    '',
    {
      schema: {
        operationId: 'createBook',
        summary: 'Create one book',
        tags,
        body: BookInput,
        response: { 201: Book, ...problems(409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const item = await service.create(request.body, request.caller);
      return reply.code(201).header('Location', `${app.prefix}/${item.id}`).send(item);
    },
  );

  app.post(
    '/imports',
    {
      schema: {
        operationId: 'importBooks',
        summary: 'Create many books: all of them or none',
        tags,
        body: BookImport,
        response: { 201: BookImported, ...problems(409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const outcome = await service.createAll(request.body.items, request.caller);
      return reply.code(201).send(outcome);
    },
  );

  app.get(
    '/:id',
    {
      schema: {
        operationId: 'getBook',
        summary: 'One book',
        tags,
        params: ItemPath,
        response: { 200: Book, ...problems(404) },
      },
    },
    (request) => service.get(request.params.id, request.caller),
  );

  app.put(
    '/:id',
    {
      schema: {
        operationId: 'replaceBook',
        summary: 'Replace one book; what is left out takes its default',
        tags,
        params: ItemPath,
        body: BookInput,
        response: { 200: Book, ...problems(403, 404, 409, 413, 415, 422) },
      },
    },
    (request) => {
      const { params, body, caller } = request;
      return service.replace(params.id, body, precondition(request), caller);
    },
  );

  app.patch(
    '/:id',
    {
      schema: {
        operationId: 'changeBook',
        summary: 'Change some fields of one book',
        tags,
        params: ItemPath,
        body: BookPatch,
        response: { 200: Book, ...problems(403, 404, 409, 413, 415, 422) },
      },
    },
    (request) => {
      const { params, body, caller } = request;
      return service.change(params.id, body, precondition(request), caller);
    },
  );

  app.delete(
    '/:id',
    {
      schema: {
        operationId: 'removeBook',
        summary: 'Remove one book',
        tags,
        params: ItemPath,
        response: { 204: z.null(), ...problems(404) },
      },
    },
    async (request, reply) => {
      await service.remove(request.params.id, precondition(request), request.caller);
      return reply.code(204).send(null);
    },
  );
};
