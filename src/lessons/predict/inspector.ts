/** Asks a running Node what it has run, by the protocol that debuggers speak. */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
      this.#waiting.get(id ?? 0)?.resolve(result);
    });
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the service has ended'));
    });
  }

  /** @param address as Node prints it when it starts, `ws://127.0.0.1:…` */
  static async connect(address: string): Promise<Inspector> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error(`nothing answers at ${address}`)));
    });
    return new Inspector(socket);
  }

  /** Calls a method of the protocol, and waits for its result. */
  ask(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#last;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer.promise.finally(() => this.#waiting.delete(id));
  }

  close(): void {
    this.#socket.close();
  }
}
