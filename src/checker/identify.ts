import type { Credentials } from './api.ts';
import { isObject } from './expect.ts';
import { Failure } from './failure.ts';
import { sendRequest } from './http/client.ts';
import type { Address } from './http/converse.ts';
import type { Answer } from './http/exchange.ts';
import type { Settings } from './service/control.ts';

/** Runs the project's `make-admin` for an e-mail address. */
export type MakeAdmin = (email: string) => Promise<void>;

const AUTH = 4;
const admin = { name: 'Checker', email: 'checker@example.com', password: 'correct horse battery' };

/**
 * What the checks of earlier stages show to be let in: the API key of stages 2 and 3, the token of
 * an admin from stage 4 on.
 */
export async function identify(
  stage: number,
  settings: Settings,
  address: Address,
  makeAdmin: MakeAdmin,
  signal: AbortSignal,
): Promise<Credentials> {
  const key = settings['API_KEY'];
  if (key !== undefined) return [['X-API-Key', key]];
  if (stage < AUTH) return [];
  const post = (path: string, json: object) =>
    sendRequest({ address, signal }, { method: 'POST', path: `/api/v1/auth/${path}`, json });
  mustSucceed(await post('register', admin), 'registering a user');
  await makeAdmin(admin.email);
  const { email, password } = admin;
  const answer = await post('login', { email, password });
  mustSucceed(answer, 'logging in');
  const { access_token: token } = isObject(answer.json) ? answer.json : {};
  return [['Authorization', `Bearer ${String(token)}`]];
}

function mustSucceed(answer: Answer, what: string): void {
  if (answer.status < 300) return;
  throw new Failure({ expected: `${what} succeeds: all other checks need it`, answer });
}
