export interface Result {
  status: number;
  json?: unknown;
  type?: string;
  headers?: Record<string, string>;
}

export interface Fault {
  pointer: string;
  detail: string;
}

export class Refusal extends Error {
  readonly status: number;
  readonly errors: Fault[] | undefined;
  readonly allow: string | undefined;

  constructor(status: number, errors?: Fault[], allow?: string) {
    super(String(status));
    this.status = status;
    this.errors = errors;
    this.allow = allow;
  }
}
