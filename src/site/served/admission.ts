import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What became of a request at the door. */
export type Admission =
  | { readonly is: 'admitted' }
  /** The token was in the address: it belongs into a cookie, and the address is to be clean. */
  | { readonly is: 'welcome'; readonly cookie: string; readonly location: string }
  | { readonly is: 'refused'; readonly why: string };

/** Who may see the pages of a project: whoever has the token, by the one address that was told. */
export interface Door {
  /** e.g. `127.0.0.1:4000`. */
  readonly host: string;
  readonly token: string;
}

type Asked = Pick<IncomingMessage, 'headers' | 'url' | 'method'>;

/**
 * Looks at where a request comes from. The machine's own address is open to every page in every
 * tab: another origin is refused, and so is a name that somebody has made to point here.
 */
export function admit({ headers, url = '/', method }: Asked, door: Door): Admission {
  if (headers.host !== door.host) return refused(`This is ${door.host}, by no other name.`);
  const isOwn = headers.origin === undefined || headers.origin === `http://${door.host}`;
  const site = headers['sec-fetch-site'];
  if (!isOwn || site === 'cross-site' || site === 'same-site') return refused('Another page asks.');
  if (method !== 'GET' && headers.origin === undefined) return refused('Nobody says who asks.');
  if (isSame(cookieOf(headers.cookie, nameOf(door)), door.token)) return { is: 'admitted' };
  const address = new URL(url, `http://${door.host}`);
  if (!isSame(address.searchParams.get('token') ?? '', door.token)) {
    return refused('The token is missing. Open the address that the command printed.');
  }
  address.searchParams.delete('token');
  const cookie = `${nameOf(door)}=${door.token}; HttpOnly; SameSite=Strict; Path=/`;
  return { is: 'welcome', cookie, location: address.pathname + address.search };
}

function refused(why: string): Admission {
  return { is: 'refused', why };
}

/** Cookies know no ports: two projects beside each other need two names. */
function nameOf({ host }: Door): string {
  return `create-backend-${host.split(':').at(-1)}`;
}

function cookieOf(cookies: string | undefined, name: string): string {
  const pairs = (cookies ?? '').split('; ').map((pair) => pair.split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? '';
}

/** Takes as long for a token that is nearly right. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(token));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
