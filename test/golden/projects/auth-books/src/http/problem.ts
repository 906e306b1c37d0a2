import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Fault } from '../errors.ts';

/** The one shape of every error (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .optional()
      .describe('Every fault of an invalid request, each with a JSON Pointer to its place.'),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' });

export type Problem = z.output<typeof Problem>;

/** The media type of every error. */
export const PROBLEM_JSON = 'application/problem+json';

const DETAILS: Record<number, string> = {
  400: 'The request is malformed: it has to be a valid URL, and a body has to be JSON in UTF-8.',
  404: 'There is nothing at this address.',
  405: 'This address does not offer this method; see the Allow header.',
  408: 'The request took too long to arrive.',
  413: 'The body is larger than 100 KiB.',
  414: 'The address is too long.',
  415: 'A body has to be application/json in UTF-8.',
  422: 'The request is well-formed, but some of its values are not allowed.',
  431: 'The headers are too large.',
};

/** A problem of this status; statuses without a detail of their own say nothing about the inside. */
export function problem(status: number, detail = DETAILS[status], errors?: Fault[]): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: detail ?? 'Something went wrong here; it is logged under the request id.',
    ...(errors && { errors }),
  };
}

/** Sends a problem; errors are never cached. */
export function sendProblem(reply: FastifyReply, body: Problem): FastifyReply {
  if (body.status === 401) reply.header('WWW-Authenticate', 'Bearer');
  return reply.code(body.status).header('Cache-Control', 'no-store').type(PROBLEM_JSON).send(body);
}

/** The answers of a route that are problems; any request may be malformed, and any may fail. */
export function problems<Status extends number>(...statuses: Status[]) {
  const entries = [400, ...statuses, 500, 503].map((status) => [status, Problem]);
  return Object.fromEntries(entries) as Record<400 | Status | 500 | 503, typeof Problem>;
}
