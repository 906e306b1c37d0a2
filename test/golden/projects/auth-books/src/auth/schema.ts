import { z } from 'zod';
import * as field from '../http/fields.ts';
import * as parameter from '../http/parameters.ts';

export const ROLES = ['user', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What POST /auth/register takes; nobody chooses a role for themselves. */
export const Registration = z
  .strictObject({
    name: field.text(1, 100),
    email: field.email(3, 254),
    password: field.secret(12, 128),
  })
  .meta({ id: 'Registration' });

/** Looser than a registration: what was never registered is a wrong password, not a wrong shape. */
export const Credentials = z
  .strictObject({ email: field.text(), password: field.secret() })
  .meta({ id: 'Credentials' });

/** The answer to a login (RFC 6749, 5.1); the token is good for `expires_in` seconds. */
export const AccessToken = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().min(1),
  })
  .meta({ id: 'AccessToken' });

/** A user as the outside sees one: what is not named here, like the hash, is never answered. */
export const User = z
  .object({
    id: z.int().min(1),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'User' });

export const UserPage = parameter.pageOf(User).meta({ id: 'UserPage' });
export const UserQuery = z.strictObject({ limit: parameter.limit, offset: parameter.offset });
export const RoleChange = z.strictObject({ role: z.enum(ROLES) }).meta({ id: 'RoleChange' });

export type Registration = z.output<typeof Registration>;
export type Credentials = z.output<typeof Credentials>;
export type AccessToken = z.output<typeof AccessToken>;
export type User = z.output<typeof User>;
