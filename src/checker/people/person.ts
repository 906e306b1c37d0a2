import { randomUUID } from 'node:crypto';
import type { Api, Credentials } from '../api.ts';
import { isObject, type Json } from '../expect.ts';
import { Failure, NotRunnable } from '../failure.ts';
import type { Answer } from '../http/exchange.ts';

/** What a registration says. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Somebody who is registered and logged in. */
export interface Person extends Registration {
  readonly id: unknown;
  readonly token: string;
  /** The service as this person speaks to it. */
  readonly api: Api;
}

export const REGISTER = '/api/v1/auth/register';
export const LOGIN = '/api/v1/auth/login';

/** A registration that nobody has used; some of it as given. */
export function newRegistration(given: Partial<Registration> = {}): Registration {
  const mark = randomUUID();
  return {
    name: 'Robin Hood',
    email: `robin.${mark}@example.com`,
    password: `sherwood ${mark}`,
    ...given,
  };
}

/**
 * Registers somebody and logs them in.
 * @param api the service as nobody speaks to it
 * @throws NotRunnable when that is not possible: it is what other checks ask
 */
export async function newPerson(api: Api, given?: Partial<Registration>): Promise<Person> {
  const { id, ...registration } = await register(api, given);
  return { ...(await logIn(api, registration)), id };
}

/**
 * Registers somebody, who is not logged in.
 * @throws NotRunnable when that is not possible: it is what other checks ask
 */
export async function register(
  api: Api,
  given?: Partial<Registration>,
): Promise<Registration & Pick<Person, 'id'>> {
  const registration = newRegistration(given);
  const { id } = await preparation(() => api.post(REGISTER, registration));
  return { ...registration, id };
}

/**
 * Somebody registered, with a token of now.
 * @throws NotRunnable when there is none: it is what other checks ask
 */
export async function logIn(api: Api, who: Registration): Promise<Omit<Person, 'id'>> {
  const { email, password } = who;
  const { access_token: token } = await preparation(() => api.post(LOGIN, { email, password }));
  if (typeof token !== 'string') {
    throw new NotRunnable(`it needs a user, and POST ${LOGIN} answers no access_token`);
  }
  return { ...who, token, api: api.as(bearer(token)) };
}

/** The header that carries a token (RFC 6750, 2.1). */
export function bearer(token: string): Credentials {
  return [['Authorization', `Bearer ${token}`]];
}

async function preparation(ask: () => Promise<Answer>): Promise<Json> {
  try {
    const answer = await ask();
    const isWell = answer.status >= 200 && answer.status < 300;
    if (isWell && isObject(answer.json)) return answer.json;
    const { method, path } = answer.request;
    throw new NotRunnable(`it needs a user, and ${method} ${path} answers ${answer.status}`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new NotRunnable(`it needs a user: ${error.finding.got}`);
  }
}
