import { STATUS_CODES } from 'node:http';

export interface Fault {
  pointer: string;
  detail: string;
}

/** A refusal on its way to the client (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly errors: Fault[] | undefined;
  readonly headers: Record<string, string>;

  constructor(status: number, errors?: Fault[], headers: Record<string, string> = {}) {
    super(STATUS_CODES[status]);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }

  get body(): object {
    const title = STATUS_CODES[this.status]!;
    const { status, errors } = this;
    return { type: 'about:blank', title, status, detail: `${title}.`, ...(errors && { errors }) };
  }
}
