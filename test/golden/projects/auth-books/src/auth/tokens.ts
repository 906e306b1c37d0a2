import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { ROLES, type AccessToken, type Role } from './schema.ts';

export interface TokenOptions {
  /** At least 32 bytes. Whoever knows it can be anyone. */
  secret: string;
  issuer: string;
  audience: string;
  /** Seconds; until a token ends nothing takes it back, so its role may be that old. */
  ttl: number;
}

const Claims = z.object({
  sub: z
    .string()
    .regex(/^[1-9]\d*$/)
    .transform(Number),
  role: z.enum(ROLES),
});

/** Makes and checks access tokens: JWTs with HS256 (RFC 7519). Anyone can read what is in one. */
export class Tokens {
  readonly #options: TokenOptions;
  readonly #key: Uint8Array;

  constructor(options: TokenOptions) {
    this.#options = options;
    this.#key = new TextEncoder().encode(options.secret);
  }

  async issue({ id, role }: { id: number; role: Role }): Promise<AccessToken> {
    const { issuer, audience, ttl } = this.#options;
    const token = await new SignJWT({ role })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(String(id))
      .setIssuedAt()
      .setExpirationTime(`${ttl}s`)
      .sign(this.#key);
    return { access_token: token, token_type: 'Bearer', expires_in: ttl };
  }

  /** Who the token was made for; nobody where anything about it is wrong. */
  async verify(token: string): Promise<{ id: number; role: Role } | undefined> {
    // Decoders let padding and stray bits pass; a token has one spelling only.
    if (!token.split('.').every(isCanonical)) return undefined;
    try {
      const { issuer, audience } = this.#options;
      // Without the list of algorithms the token itself would choose how it is checked.
      const options = { algorithms: ['HS256'], issuer, audience, requiredClaims: ['exp', 'iat'] };
      const { payload } = await jwtVerify(token, this.#key, options);
      const { sub, role } = Claims.parse(payload);
      return { id: sub, role };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
      throw error;
    }
  }
}

function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}
