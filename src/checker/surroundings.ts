import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Databases } from './database/databases.ts';
import type { Settings } from './service/control.ts';

/** What a service is given besides its address: empty data of its own, and secrets. */
export interface Surroundings {
  readonly settings: Settings;
  remove(): Promise<void>;
}

/** Stages from which on the service has these (contract, Settings). */
const SQLITE = 2;
const POSTGRES = 3;
const AUTH = 4;

const secret = () => randomBytes(32).toString('hex');

/** Fresh surroundings for a service of a stage. */
export async function surround(stage: number, databases: Databases): Promise<Surroundings> {
  const usual = { APP_ENV: 'test', LOG_LEVEL: 'info', ...keyFor(stage), ...tokensFor(stage) };
  if (stage < SQLITE) return { settings: usual, remove: async () => {} };
  if (stage >= POSTGRES) {
    const { url, remove } = await databases.create();
    return { settings: { ...usual, DATABASE_URL: url }, remove };
  }
  const folder = await mkdtemp(join(tmpdir(), 'create-backend-check-'));
  return {
    settings: { ...usual, DATABASE_PATH: join(folder, 'database.sqlite') },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function keyFor(stage: number): Settings {
  return stage >= SQLITE && stage < AUTH ? { API_KEY: secret() } : {};
}

/** So many logins come from one address here that its own limit would be in the way. */
function tokensFor(stage: number): Settings {
  if (stage < AUTH) return {};
  return { JWT_SECRET: secret(), JWT_TTL_SECONDS: '3600', LOGIN_LIMIT_ADDRESS: '100000' };
}
