import { randomBytes } from 'node:crypto';
import type { Settings } from '../service/control.ts';

/** What the services of a run are told about who may come in. */
export interface Secrets {
  readonly apiKey: string;
  readonly jwtSecret: string;
  readonly issuer: string;
  readonly audience: string;
}

/** The origin whose pages may read the answers of the services of a run. */
export const ALLOWED_ORIGIN = 'https://app.example.com';
/** First stage that asks for a key, and first that asks for a token instead. */
const KEY_STAGE = 2;
export const TOKEN_STAGE = 4;

/** Secrets that nobody else knows. */
export function newSecrets(): Secrets {
  return {
    apiKey: randomBytes(24).toString('hex'),
    jwtSecret: randomBytes(32).toString('hex'),
    issuer: 'create-backend-check',
    audience: 'create-backend-check',
  };
}

/** The settings of a service that lets in who knows the secrets. */
export function accessSettings(stage: number, secrets: Secrets): Settings {
  if (stage < KEY_STAGE) return {};
  if (stage < TOKEN_STAGE) return { API_KEY: secrets.apiKey };
  return {
    JWT_SECRET: secrets.jwtSecret,
    JWT_ISSUER: secrets.issuer,
    JWT_AUDIENCE: secrets.audience,
    // All questions come from one address: what it may do wrong is asked of a process of its own.
    LOGIN_LIMIT_ADDRESS: '100000',
    CORS_ORIGINS: ALLOWED_ORIGIN,
  };
}
