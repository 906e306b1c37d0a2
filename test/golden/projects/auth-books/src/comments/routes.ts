import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { id, ItemPath } from '../http/parameters.ts';
import { problems } from '../http/problem.ts';
import { Comment, CommentInput, CommentPage, CommentQuery } from './schema.ts';
import type { CommentService } from './service.ts';

const tags = ['comments'];

interface Options {
  service: CommentService;
}

/** The comments of one book, below its address. */
export const commentRoutes: FastifyPluginAsyncZod<Options> = async (app, { service }) => {
  app.get(
    '',
    {
      schema: {
        operationId: 'listComments',
        summary: 'A page of comments',
        tags,
        params: ItemPath,
        querystring: CommentQuery,
        response: { 200: CommentPage, ...problems(404, 422) },
      },
    },
    (request) => service.list(request.params.id, request.query, request.caller),
  );

  app.post(
    '',
    {
      schema: {
        operationId: 'createComment',
        summary: 'Comment on one book',
        tags,
        params: ItemPath,
        body: CommentInput,
        response: { 201: Comment, ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const comment = await service.create(request.params.id, request.body, request.caller);
      return reply.code(201).send(comment);
    },
  );

  app.delete(
    '/:comment_id',
    {
      schema: {
        operationId: 'removeComment',
        summary: 'Remove one comment',
        tags,
        params: ItemPath.extend({ comment_id: id }),
        response: { 204: z.null(), ...problems(404) },
      },
    },
    async (request, reply) => {
      const { params, caller } = request;
      await service.remove(params.id, params.comment_id, caller);
      return reply.code(204).send(null);
    },
  );
};
