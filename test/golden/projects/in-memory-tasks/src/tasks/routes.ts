import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ItemPath } from '../http/parameters.ts';
import { problems } from '../http/problem.ts';
import { Task, TaskInput, TaskPage, TaskPatch, TaskQuery } from './schema.ts';
import type { TaskService } from './service.ts';

const tags = ['tasks'];

interface Options {
  service: TaskService;
}

/** The routes of tasks: each reads its input, asks the service, and shapes the answer. */
export const taskRoutes: FastifyPluginAsyncZod<Options> = async (app, { service }) => {
  app.get(
    '',
    {
      schema: {
        operationId: 'listTasks',
        summary: 'A page of tasks',
        tags,
        querystring: TaskQuery,
        response: { 200: TaskPage, ...problems(422) },
      },
    },
    (request) => service.list(request.query),
  );

  app.post(
    '',
    {
      schema: {
        operationId: 'createTask',
        summary: 'Create one task',
        tags,
        body: TaskInput,
        response: { 201: Task, ...problems(409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const item = await service.create(request.body);
      return reply.code(201).header('Location', `${app.prefix}/${item.id}`).send(item);
    },
  );

  app.get(
    '/:id',
    {
      schema: {
        operationId: 'getTask',
        summary: 'One task',
        tags,
        params: ItemPath,
        response: { 200: Task, ...problems(404) },
      },
    },
    (request) => service.get(request.params.id),
  );

  app.put(
    '/:id',
    {
      schema: {
        operationId: 'replaceTask',
        summary: 'Replace one task; what is left out takes its default',
        tags,
        params: ItemPath,
        body: TaskInput,
        response: { 200: Task, ...problems(404, 409, 413, 415, 422) },
      },
    },
    (request) => service.replace(request.params.id, request.body),
  );

  app.patch(
    '/:id',
    {
      schema: {
        operationId: 'changeTask',
        summary: 'Change some fields of one task',
        tags,
        params: ItemPath,
        body: TaskPatch,
        response: { 200: Task, ...problems(404, 409, 413, 415, 422) },
      },
    },
    (request) => service.change(request.params.id, request.body),
  );

  app.delete(
    '/:id',
    {
      schema: {
        operationId: 'removeTask',
        summary: 'Remove one task',
        tags,
        params: ItemPath,
        response: { 204: z.null(), ...problems(404) },
      },
    },
    async (request, reply) => {
      await service.remove(request.params.id);
      return reply.code(204).send(null);
    },
  );
};
