import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type RefusalKind } from '../errors.ts';
import { faultsOf } from './faults.ts';
import { problem, sendProblem, type Problem } from './problem.ts';
import { collectMethods } from './methods.ts';

const STATUS: Record<RefusalKind, number> = {
  'not-found': 404,
  conflict: 409,
  unauthorized: 401,
  stale: 412,
  unavailable: 503,
  forbidden: 403,
  'too-many': 429,
};

/** The one place where errors become answers. Call it before any route is added. */
export function answerErrors(app: FastifyInstance): void {
  const methodsAt = collectMethods(app);

  function answerUnmatched(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const allow = methodsAt(request.url);
    if (allow.length === 0) return sendProblem(reply, problem(404));
    reply.header('Allow', allow.join(', '));
    if (request.method === 'OPTIONS') return reply.code(204).send();
    // A method that is offered comes here with an id that is too large.
    return sendProblem(reply, problem(allow.includes(request.method) ? 404 : 405));
  }

  // Before the body is read: a wrong address is a 404 whatever was sent there.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404) answerUnmatched(request, reply);
    else if (lacksHost(request)) sendProblem(reply, problem(400));
    else done();
  });
  app.setNotFoundHandler(answerUnmatched);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Refusal && error.retryAfter) reply.header('Retry-After', error.retryAfter);
    // An id that cannot exist is an address that leads nowhere.
    return error.validationContext === 'params'
      ? answerUnmatched(request, reply)
      : sendProblem(reply, problemOf(error, request));
  });
}

function problemOf(error: FastifyError | Refusal, request: FastifyRequest): Problem {
  if (error.cause) request.log.warn({ err: error, request_id: request.id });
  if (error instanceof Refusal) return problem(STATUS[error.kind], error.message, error.faults);
  if (error.validation) return problemOfInput(error, request);
  if (error.statusCode && error.statusCode < 500) return problem(error.statusCode);
  request.log.error({ err: error, request_id: request.id });
  return problem(500);
}

function problemOfInput(error: FastifyError, request: FastifyRequest): Problem {
  const absent = error.validationContext === 'body' && request.body === undefined;
  return absent ? problem(400) : problem(422, undefined, faultsOf(error));
}

/** Node would answer this itself, in a shape of its own (RFC 9112, 3.2). */
function lacksHost({ raw }: FastifyRequest): boolean {
  return raw.headers.host === undefined && raw.httpVersion === '1.1';
}
