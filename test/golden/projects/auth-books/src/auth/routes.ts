import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { ItemPath } from '../http/parameters.ts';
import { problems } from '../http/problem.ts';
import {
  AccessToken,
  Credentials,
  Registration,
  RoleChange,
  User,
  UserPage,
  UserQuery,
} from './schema.ts';
import type { AuthService } from './service.ts';

/** Registration and login are open to everyone; the rest is about users who have a token. */
export const authRoutes: FastifyPluginAsyncZod<{ service: AuthService }> = async (
  app,
  { service },
) => {
  app.post(
    '/auth/register',
    {
      config: { isOpen: true },
      schema: {
        operationId: 'register',
        summary: 'Become a user',
        tags: ['auth'],
        body: Registration,
        response: { 201: User, ...problems(409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const user = await service.register(request.body, originOf(request));
      return reply.code(201).header('Location', '/api/v1/me').send(user);
    },
  );

  app.post(
    '/auth/login',
    {
      config: { isOpen: true },
      schema: {
        operationId: 'logIn',
        summary: 'Get an access token',
        tags: ['auth'],
        body: Credentials,
        response: { 200: AccessToken, ...problems(401, 413, 415, 422, 429) },
      },
    },
    (request) => service.logIn(request.body, originOf(request)),
  );

  app.get(
    '/me',
    {
      schema: {
        operationId: 'getMe',
        summary: 'Who the token belongs to',
        tags: ['users'],
        response: { 200: User, ...problems() },
      },
    },
    (request) => service.me(request.caller),
  );

  app.get(
    '/users',
    {
      schema: {
        operationId: 'listUsers',
        summary: 'A page of users, for admins',
        tags: ['users'],
        querystring: UserQuery,
        response: { 200: UserPage, ...problems(403, 422) },
      },
    },
    ({ query, caller }) => service.list(query, caller),
  );

  app.patch(
    '/users/:id',
    {
      schema: {
        operationId: 'changeRole',
        summary: 'Give a user another role, for admins',
        tags: ['users'],
        params: ItemPath,
        body: RoleChange,
        response: { 200: User, ...problems(403, 404, 413, 415, 422) },
      },
    },
    ({ params, body, caller }) => service.changeRole(params.id, body.role, caller),
  );
};

function originOf(request: FastifyRequest) {
  return { address: request.ip, requestId: request.id };
}
