import { createHmac } from 'node:crypto';
import type { Json } from '../expect.ts';

/** Hash functions of the HMAC algorithms (RFC 7518, 3.2). */
const hashes: Readonly<Record<string, string>> = {
  HS256: 'sha256',
  HS384: 'sha384',
  HS512: 'sha512',
};

/** A JWT (RFC 7519); with an algorithm that is no HMAC the signature stays empty. */
export function makeToken(claims: Json, secret: string, header: Json = {}): string {
  const complete = { alg: 'HS256', typ: 'JWT', ...header };
  const signed = `${encode(complete)}.${encode(claims)}`;
  const hash = hashes[String(complete.alg)];
  const signature =
    hash === undefined ? '' : createHmac(hash, secret).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}

/** Header and claims of a token, unchecked; null where it is no JWT. */
export function readToken(token: unknown): { header: Json; claims: Json } | null {
  try {
    const [header, claims] = String(token)
      .split('.', 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json);
    return { header: header!, claims: claims! };
  } catch {
    return null;
  }
}

function encode(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
