import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { requireProject } from '../../project/read-state.ts';
import type { Kit } from '../../scaffold/plan.ts';
import { admit, type Door } from './admission.ts';
import { LiveEvents } from './live-events.ts';
import { Oracle } from './oracle.ts';
import { meetReader, NoSuchPage } from './reader.ts';
import { answer, type Reply } from './routes.ts';

/** The pages of a project, as they are served. */
export interface SiteServer {
  /** Address of a page, with the token that lets its reader in. */
  address(path: string): string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Longest form, in characters. */
const MAX_FORM = 1_000;
/** Pages load nothing from elsewhere, run nothing but our script, and are framed by nobody. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const everywhere = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // With no referrer at all, a form of ours would not say where it comes from either.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/**
 * Serves the pages of the project that the current folder lies in, to its reader alone.
 * @param port 0 for any that is free
 * @throws UserError where the port is taken
 */
export async function serveSite(context: Context, kit: Kit, port: number): Promise<SiteServer> {
  const { folder } = requireProject(context.cwd);
  const events = await LiveEvents.begin(folder);
  const server = createServer();
  await listen(server, port).catch(async (error: unknown) => {
    await events.close();
    throw error;
  });
  const oracle = new Oracle(context);
  const taken = (server.address() as AddressInfo).port;
  const door = { host: `${HOST}:${taken}`, token: randomBytes(24).toString('base64url') };
  server.on('request', (request, response) => {
    void handle(request, response, { door, events, oracle, context, kit });
  });
  return {
    address: (path) => `http://${door.host}${path}?token=${door.token}`,
    async close() {
      await events.close();
      await oracle.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Household {
  readonly door: Door;
  readonly events: LiveEvents;
  readonly oracle: Oracle;
  readonly context: Context;
  readonly kit: Kit;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { door, events, oracle, context, kit }: Household,
): Promise<void> {
  response.setHeaders(new Map(Object.entries(everywhere)));
  const admission = admit(request, door);
  if (admission.is === 'refused') return end(response, 403, 'text/plain', `${admission.why}\n`);
  if (admission.is === 'welcome') {
    response.setHeader('Set-Cookie', admission.cookie);
    return send(response, { type: 'see-other', location: admission.location });
  }
  const { pathname } = new URL(request.url ?? '/', `http://${door.host}`);
  if (pathname === '/events') return events.listen(response);
  try {
    const form = await formOf(request);
    const reader = await meetReader(context, kit);
    send(response, await answer(request.method, pathname, { reader, context, oracle, form }));
  } catch (error) {
    explain(response, error);
  }
}

/** The fields of a form; no form of ours comes near the limit. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > MAX_FORM) throw new UserError('That is no form of these pages.');
  }
  return new URLSearchParams(text);
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.type !== 'see-other') return end(response, 200, `text/${reply.type}`, reply.text);
  response.setHeader('Location', reply.location);
  end(response, 303, 'text/plain', '');
}

/** What the reader can mend is said; anything else is a bug of the kit. */
function explain(response: ServerResponse, error: unknown): void {
  const status = error instanceof NoSuchPage ? 404 : error instanceof UserError ? 409 : 500;
  const { message, hint } = error as Partial<UserError>;
  end(response, status, 'text/plain', `${[message, hint].filter(Boolean).join(' ')}\n`);
}

function end(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` }).end(text);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE') return reject(cause);
      const hint = 'Name another one, or none: then a free one is taken.';
      reject(new UserError(`Port ${port} is taken.`, hint, { cause }));
    });
    server.listen(port, HOST);
  });
}
