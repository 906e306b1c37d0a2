import type { Resource } from '../catalog/resource.ts';
import { isObject, type Json } from './expect.ts';
import { NotRunnable } from './failure.ts';
import { sendBytes, sendRequest, type ClientOptions } from './http/client.ts';
import type { Address } from './http/converse.ts';
import type { Answer, Request, Sent } from './http/exchange.ts';
import { prepare } from './prepare.ts';
import { provoke } from './provoke.ts';
import type { Input, Items } from './values/items.ts';

/** Headers that identify the asker, e.g. an API key; empty where none are needed. */
export type Credentials = readonly (readonly [name: string, value: string])[];

/** How long an abandoned request is waited with, in milliseconds. */
const ABANDONED_AFTER_MS = 200;

/** What those who ask in one check leave behind together. */
interface Trail {
  /** What removes the items that were made. */
  readonly made: (() => Promise<unknown>)[];
  /** The request that was sent last. */
  last: Sent | null;
}

/** What an Api is made of. */
export interface ApiOptions extends ClientOptions {
  readonly resource: Resource;
  readonly items: Items;
  /** Credentials for whoever asks; found when they are needed first. */
  readonly credentials: (api: Api) => Promise<Credentials>;
}

/** The service as a check speaks to it. */
export class Api {
  readonly #options: ApiOptions;
  readonly #trail: Trail;

  constructor(options: ApiOptions, trail: Trail = { made: [], last: null }) {
    this.#options = options;
    this.#trail = trail;
  }

  /** Where the service is asked. */
  get address(): Address {
    return this.#options.address;
  }

  /** Path of the list, e.g. `/api/v1/tasks`. */
  get list(): string {
    return `/api/v1/${this.#options.resource.path}`;
  }

  /** Path of one item. */
  item(id: unknown): string {
    return `${this.list}/${String(id)}`;
  }

  /** Path of an item that does not exist. */
  get missing(): string {
    return this.item(999_999_999);
  }

  /** The same service for somebody with other credentials. */
  as(credentials: Credentials): Api {
    return new Api({ ...this.#options, credentials: async () => credentials }, this.#trail);
  }

  /** The same service, in another of its processes. */
  at(address: Address): Api {
    return new Api({ ...this.#options, address });
  }

  /** Sends a request with the credentials, unless it brings the same header itself. */
  send(request: Request, timeoutMs?: number): Promise<Answer> {
    const answer = this.#send(request, timeoutMs);
    // A check that fails while it is under way no longer waits for it.
    answer.catch(() => {});
    return answer;
  }

  async #send(request: Request, timeoutMs?: number): Promise<Answer> {
    const { headers = [] } = request;
    const given = new Set(headers.map(([name]) => name.toLowerCase()));
    const credentials = await this.#options.credentials(this);
    const added = credentials.filter(([name]) => !given.has(name.toLowerCase()));
    const complete = { ...request, headers: [...headers, ...added] };
    const answer = await sendRequest(this.#client, complete, timeoutMs);
    this.#remember(answer);
    return answer;
  }

  /** Sends bytes that are no request of a tidy client; null where the connection is just closed. */
  sendBytes(bytes: string): Promise<Answer | null> {
    return sendBytes(this.#client, bytes);
  }

  /** Sends the beginning of a request and goes away. */
  async abandon(bytes: string): Promise<void> {
    await this.provoke(() => sendBytes(this.#client, bytes, ABANDONED_AFTER_MS));
  }

  get(path: string): Promise<Answer> {
    return this.send({ method: 'GET', path });
  }

  post(path: string, json: unknown): Promise<Answer> {
    return this.send({ method: 'POST', path, json });
  }

  put(path: string, json: unknown): Promise<Answer> {
    return this.send({ method: 'PUT', path, json });
  }

  patch(path: string, json: unknown): Promise<Answer> {
    return this.send({ method: 'PATCH', path, json });
  }

  delete(path: string): Promise<Answer> {
    return this.send({ method: 'DELETE', path });
  }

  /**
   * An item that exists, for a check that is about something else: any success will do.
   * @throws NotRunnable when none can be made
   */
  async given(input: Input = {}): Promise<Json & { id: unknown }> {
    return (await this.created(this.#options.items.valid(input))).json as Json & { id: unknown };
  }

  /** The answer to a POST of exactly this input; like {@link given}, any success will do. */
  async created(input: Input): Promise<Answer> {
    const answer = await prepare(() => this.post(this.list, input));
    const { json, status } = answer;
    if (isSuccess(answer) && isObject(json) && json['id'] !== undefined) return answer;
    throw new NotRunnable(`it needs an item, and POST ${this.list} answers ${status}`);
  }

  /** The item as GET answers it; NotRunnable where that is no object. */
  async stored(id: unknown): Promise<Json> {
    const answer = await prepare(() => this.get(this.item(id)));
    if (isSuccess(answer) && isObject(answer.json)) return answer.json;
    throw new NotRunnable(
      `it reads an item back, and GET ${this.item(id)} answers ${answer.status}`,
    );
  }

  /** The items of a list; NotRunnable where the service answers none. */
  async listed(query: string): Promise<Json[]> {
    const answer = await prepare(() => this.get(`${this.list}?${query}`));
    const items = isObject(answer.json) ? answer.json['items'] : undefined;
    if (isSuccess(answer) && Array.isArray(items)) return items as Json[];
    throw new NotRunnable(
      `it reads a list, and GET ${this.list}?${query} answers ${answer.status}`,
    );
  }

  /** Sends what may break a service, and looks whether it does; see {@link provoke}. */
  provoke<Came extends Answer | null>(work: () => Promise<Came>): Promise<Came> {
    return provoke(this, work, () => this.#trail.last);
  }

  /** Removes what the check has made: a service that is not ours is left as it was found. */
  async removeMade(): Promise<void> {
    for (const remove of this.#trail.made.splice(0)) await remove().catch(() => {});
  }

  get #client(): ClientOptions {
    const onRequest = (sent: Sent) => {
      this.#trail.last = sent;
      this.#options.onRequest?.(sent);
    };
    return { ...this.#options, onRequest };
  }

  #remember(answer: Answer): void {
    const isCreation = answer.request.method === 'POST' && answer.request.path === this.list;
    if (!isCreation || !isSuccess(answer) || !isObject(answer.json)) return;
    const path = this.item(answer.json['id']);
    this.#trail.made.push(() => this.delete(path));
  }
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
