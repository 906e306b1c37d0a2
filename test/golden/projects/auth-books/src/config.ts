import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const Settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  APP_ENV: oneOf('development', 'test', 'production').default('development'),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent').default('info'),
  SHUTDOWN_SECONDS: wholeNumber(1, 300).default(10),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  DATABASE_POOL_MAX: wholeNumber(1, 1000).default(10),
  DATABASE_TIMEOUT_MS: wholeNumber(100, 60_000).default(2000),
  JWT_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, 'must have at least 32 bytes')
    .optional(),
  JWT_ISSUER: z.string().default('my-api'),
  JWT_AUDIENCE: z.string().default('my-api'),
  JWT_TTL_SECONDS: wholeNumber(1, 86_400).default(900),
  LOGIN_LIMIT_ACCOUNT: wholeNumber(1, 1_000_000).default(5),
  LOGIN_LIMIT_ADDRESS: wholeNumber(1, 1_000_000).default(50),
  LOGIN_WINDOW_SECONDS: wholeNumber(1, 86_400).default(900),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((origin) => origin !== ''))
    .refine((origins) => origins.every(isOrigin), 'must be origins, with commas between them'),
});

/** What is harmless on a laptop is refused in production. */
const SafeSettings = Settings.refine(
  ({ APP_ENV, JWT_SECRET }) => APP_ENV !== 'production' || JWT_SECRET !== undefined,
  { path: ['JWT_SECRET'], error: 'is required in production' },
  // Elsewhere a new one at each start will do: nobody can guess it, and tokens end with the process.
).transform(({ JWT_SECRET = randomBytes(32).toString('hex'), ...settings }) => ({
  ...settings,
  JWT_SECRET,
}));

export type Config = z.output<typeof SafeSettings>;

/**
 * Reads all settings at once. An empty variable counts as absent.
 * Throws one sentence that names every wrong setting, but no value: it may be a secret.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.entries(env).filter(([, value]) => value !== '');
  const result = SafeSettings.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  throw new Error(
    result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '),
  );
}

/** Scheme, host and port, as browsers send them: no path, no wildcard. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max,
      `must be a whole number from ${min} to ${max}`,
    )
    .transform(Number);
}

function oneOf<const Choice extends string>(...choices: Choice[]) {
  return z.enum(choices, { error: `must be one of ${choices.join(', ')}` });
}
