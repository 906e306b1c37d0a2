import type { FastifyInstance } from 'fastify';

/**
 * Ends the service in good order: no new connections, requests in flight are answered, then the
 * database is let go. What is not done within `seconds` is cut off.
 */
export async function drain(app: FastifyInstance, seconds: number): Promise<void> {
  setTimeout(() => process.exit(0), seconds * 1000 - 250);
  // A connection that falls idle while others are at work would be waited for otherwise.
  setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close();
  process.exit(0);
}
