import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { demand } from '../auth/policy.ts';
import type { Queryable } from '../db/database.ts';
import { problems } from '../http/problem.ts';
import { listEntries } from './log.ts';
import { AuditPage, AuditQuery } from './schema.ts';

/** The audit log can be read, by admins; no route changes it. */
export const auditRoutes: FastifyPluginAsyncZod<{ database: Queryable }> = async (
  app,
  { database },
) => {
  app.get(
    '/audit-log',
    {
      schema: {
        operationId: 'listAuditLog',
        summary: 'Who did what and when, the newest first, for admins',
        tags: ['audit'],
        querystring: AuditQuery,
        response: { 200: AuditPage, ...problems(403, 422) },
      },
    },
    ({ query, caller }) => {
      demand(caller, 'audit_log.list');
      return listEntries(database, query);
    },
  );
};
