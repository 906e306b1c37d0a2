import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from './control.ts';
import type { ServiceData } from './data.ts';

const FILE = 'database.sqlite';

/** What a check was copying or running as its time ended may still write for a moment. */
const RETRIES = 10;

/** A folder of its own below the temporary one. */
export interface Scratch {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Makes an empty folder, which belongs to the caller. */
export async function makeScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'create-backend-check-'));
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: RETRIES }),
  };
}

/** Databases in files, each in a folder of its own. */
export class FileSupply {
  readonly #migrate: (settings: Settings) => Promise<void>;
  /** Migrated once, and copied from then on. */
  #pattern: Promise<Scratch> | null = null;

  constructor(migrate: (settings: Settings) => Promise<void>) {
    this.#migrate = migrate;
  }

  /** A database that the service's migrations have run on. */
  async migrated(): Promise<ServiceData> {
    this.#pattern ??= this.#makePattern();
    const { folder } = await this.#pattern;
    const scratch = await makeScratch();
    await cp(folder, scratch.folder, { recursive: true });
    return dataIn(scratch);
  }

  /** The path of a file that does not exist yet. */
  async empty(): Promise<ServiceData> {
    return dataIn(await makeScratch());
  }

  /** Forgets what was migrated. */
  prepareAnew(): void {
    void this.close();
  }

  async close(): Promise<void> {
    const pattern = this.#pattern;
    this.#pattern = null;
    await (await pattern?.catch(() => null))?.remove();
  }

  async #makePattern(): Promise<Scratch> {
    const scratch = await makeScratch();
    try {
      await this.#migrate(dataIn(scratch).settings);
      return scratch;
    } catch (error) {
      this.#pattern = null;
      await scratch.remove();
      throw error;
    }
  }
}

function dataIn({ folder, remove }: Scratch): ServiceData {
  return { settings: { DATABASE_PATH: join(folder, FILE) }, database: null, remove };
}
