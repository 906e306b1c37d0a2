import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Address } from '../http/converse.ts';

/** The wire between a service and its database: it can be cut, frozen, made slow, and mended. */
export class DatabaseLink {
  readonly #database: Address;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #port = 0;
  #isFrozen = false;
  #delayMs = 0;
  #open = 0;
  #most = 0;
  #opened = 0;

  private constructor(database: Address) {
    this.#database = database;
    this.#server = createServer((socket) => this.#join(socket));
  }

  /** Lays a wire to a database. */
  static async to(database: Address): Promise<DatabaseLink> {
    const link = new DatabaseLink(database);
    await link.mend();
    return link;
  }

  /** The end that the service connects to. */
  get address(): Address {
    return { host: '127.0.0.1', port: this.#port };
  }

  /** Connections that were opened since the last {@link count}, and how many were open at once. */
  get counted(): { readonly opened: number; readonly most: number } {
    return { opened: this.#opened, most: this.#most };
  }

  /** Begins to count afresh; connections that are open count as one more than none. */
  count(): void {
    this.#opened = 0;
    this.#most = this.#open;
  }

  /** As if the database's machine had gone: connections break, new ones are refused. */
  async cut(): Promise<void> {
    this.#server.close();
    this.drop();
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  /** Breaks the connections of this moment; new ones are welcome. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** As if the database's machine hung: connections stay, and nothing comes through. */
  freeze(): void {
    this.#isFrozen = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** Puts the database this far away: whatever the service sends comes later by so much. */
  slow(milliseconds: number): void {
    this.#delayMs = milliseconds;
  }

  /** All as it was before it was cut, frozen or slowed. */
  async mend(): Promise<void> {
    this.#delayMs = 0;
    this.#isFrozen = false;
    for (const socket of this.#sockets) socket.resume();
    if (this.#server.listening) return;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Takes the wire away. */
  close(): Promise<void> {
    return this.cut();
  }

  #join(near: Socket): void {
    const far = connect(this.#database);
    this.#open += 1;
    this.#opened += 1;
    this.#most = Math.max(this.#most, this.#open);
    near.once('close', () => (this.#open -= 1));
    this.#pass(near, far, () => this.#delayMs);
    this.#pass(far, near, () => 0);
  }

  #pass(from: Socket, to: Socket, delayMs: () => number): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    if (this.#isFrozen) from.pause();
    from.on('data', (chunk) => {
      // What was on its way when the wire froze stays in it.
      if (delayMs() === 0) to.write(chunk);
      else setTimeout(() => to.write(chunk), delayMs());
    });
    from.on('error', () => {});
    from.once('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}
