import { randomUUID } from 'node:crypto';

/** What the service answered. */
export interface Answer {
  status: number;
  headers: Headers;
  body: any;
}

/** A client of the service that listens at `base`, for example `http://127.0.0.1:3000`. */
export class Service {
  readonly base: string;
  #token = '';

  constructor(base: string) {
    this.base = base;
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = new Headers({ connection: 'close' });
    if (this.#token) headers.set('authorization', `Bearer ${this.#token}`);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const content = body === undefined ? null : JSON.stringify(body);
    const answer = await fetch(this.base + path, { method, headers, body: content });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text && JSON.parse(text) };
  }

  /** The status of a GET, or 0 when nobody answers. */
  async status(path: string): Promise<number> {
    return this.ask('GET', path).then(
      (answer) => answer.status,
      () => 0,
    );
  }

  register(user: { email: string; password: string }): Promise<Answer> {
    return this.ask('POST', '/api/v1/auth/register', { name: 'Ada', ...user });
  }

  /** Logs in; later requests carry the token. */
  async login({ email, password }: { email: string; password: string }): Promise<Answer> {
    const answer = await this.ask('POST', '/api/v1/auth/login', { email, password });
    this.#token = answer.body.access_token;
    return answer;
  }
}

/** An address that nobody has registered, and a password. */
export function newUser(): { email: string; password: string } {
  return { email: `${randomUUID()}@example.com`, password: `correct horse ${randomUUID()}` };
}
