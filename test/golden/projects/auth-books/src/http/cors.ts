import type { FastifyInstance } from 'fastify';

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-Match, If-None-Match',
  'Access-Control-Max-Age': '600',
};

/**
 * Lets pages of these origins read the answers, and no others (the CORS protocol of the Fetch
 * standard). Origins are compared whole: half a match would let strangers in.
 */
export function allowOrigins(app: FastifyInstance, origins: string[]): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { origin, 'access-control-request-method': asks } = request.headers;
    reply.header('Vary', 'Origin');
    if (origin !== undefined && origins.includes(origin)) {
      reply.header('Access-Control-Allow-Origin', origin);
      reply.header('Access-Control-Expose-Headers', 'ETag, Location, Retry-After, X-Request-Id');
      if (request.method === 'OPTIONS' && asks) reply.headers(PREFLIGHT);
    }
    done();
  });
}
