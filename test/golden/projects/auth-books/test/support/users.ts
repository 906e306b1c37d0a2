import { randomUUID } from 'node:crypto';
import { Tokens } from '../../src/auth/tokens.ts';
import type { Role } from '../../src/auth/schema.ts';
import { testDatabase } from './database.ts';

/** How every service under test makes its tokens. */
export const tokenSettings = {
  JWT_SECRET: 'a secret that only the tests have',
  JWT_ISSUER: 'the tests',
  JWT_AUDIENCE: 'the tests',
};

const tokens = new Tokens({
  secret: tokenSettings.JWT_SECRET,
  issuer: tokenSettings.JWT_ISSUER,
  audience: tokenSettings.JWT_AUDIENCE,
  ttl: 900,
});

/** A new user who needs not log in; `authorization` is the header to send. */
export async function addUser(role: Role = 'user') {
  const { client } = await testDatabase();
  const { rows } = await client.query(
    `INSERT INTO users (name, email, password_hash, role) VALUES ('Ada', $1, '-', $2) RETURNING id`,
    [`${randomUUID()}@example.com`, role],
  );
  const id = Number(rows[0].id);
  const { access_token } = await tokens.issue({ id, role });
  return { id, authorization: `Bearer ${access_token}` };
}
