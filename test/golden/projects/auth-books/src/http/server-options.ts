import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { LogController, type FastifyHttpOptions } from 'fastify';
import type { Config } from '../config.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { problem, sendProblem } from './problem.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Limits, timeouts (milliseconds) and what happens before a route is found. */
export function serverOptions(config: Config) {
  return {
    logger: { level: config.LOG_LEVEL },
    logController: new LogController({ disableRequestLogging: true }),
    // A logger of its own for each request costs a tenth of the speed: lines name the request's id.
    childLoggerFactory: (logger) => logger,
    genReqId: requestIdOf,
    bodyLimit: 100 * 1024,
    requestTimeout: 30_000,
    // An endless id is an unknown one, and no error of its own; the headers' limit bounds it.
    routerOptions: { maxParamLength: 16_384 },
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, requireHostHeader: false },
    // While closing, requests on open connections are still answered.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      reply.header('X-Content-Type-Options', 'nosniff').header('X-Request-Id', request.id);
      sendProblem(reply, problem(error.statusCode ?? 400));
    },
  } satisfies FastifyHttpOptions<Server>;
}

/** The client's own id where it is harmless in a log line, else a new one. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
