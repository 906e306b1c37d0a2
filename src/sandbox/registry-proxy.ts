import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** A way to one registry of packages, and to nothing else: a proxy that listens on a Unix socket. */
export class RegistryProxy {
  readonly #registry: { readonly hostname: string; readonly port: number };
  readonly #refused = new Set<string>();
  readonly #server = createServer((request, response) => this.#forward(request, response));
  #failure: string | null = null;

  /** @param registry with `http:` or `https:` */
  constructor(registry: URL) {
    const usual = registry.protocol === 'http:' ? 80 : 443;
    this.#registry = { hostname: registry.hostname, port: Number(registry.port || usual) };
    this.#server.on('connect', (request, near) => this.#tunnel(request, near));
  }

  /**
   * Begins to listen on the socket `registry` in a folder: whoever sees the folder has the way.
   */
  async open(folder: string): Promise<void> {
    const server = this.#server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(join(folder, 'registry'), resolve);
    });
  }

  /** Other hosts that were asked for, with their ports. */
  get refused(): readonly string[] {
    return [...this.#refused];
  }

  /** Why the registry could not be reached; null where it could, or nobody asked. */
  get failure(): string | null {
    return this.#failure;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #isAllowed(host: string): boolean {
    const { hostname, port } = this.#registry;
    if (host === `${hostname}:${port}`) return true;
    this.#refused.add(host);
    return false;
  }

  /** A request in the clear, for a registry that speaks HTTP. */
  #forward(request: IncomingMessage, response: ServerResponse): void {
    const { method, headers, url = '' } = request;
    const { protocol, hostname, port } = URL.canParse(url) ? new URL(url) : new URL('none:');
    if (protocol !== 'http:' || !this.#isAllowed(`${hostname}:${port || 80}`)) {
      response.writeHead(403).end();
      return;
    }
    const asked = ask(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', (error) => {
      this.#failure = error.message;
      response.writeHead(502).end();
    });
    request.pipe(asked);
  }

  /** A connection that is encrypted from end to end. */
  #tunnel({ url = '' }: IncomingMessage, near: Duplex): void {
    if (!this.#isAllowed(url)) {
      near.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const { hostname: host, port } = this.#registry;
    const far = connect({ host, port }, () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      near.pipe(far).pipe(near);
    });
    near.on('error', () => far.destroy());
    far.on('error', (error) => {
      this.#failure = error.message;
      near.destroy();
    });
  }
}
