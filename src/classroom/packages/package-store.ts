import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { GraderFault } from '../grading/grader-fault.ts';
import { keyOf, type PackageWish } from './npm-manifest.ts';
import type { Install } from './install.ts';

/** Packages in a folder, or why the wish for them cannot be met. */
export type Packages = { readonly folder: string } | { readonly refused: string };

/** Installed packages, once for all who wish the same. */
export class PackageStore {
  readonly #folder: string;
  readonly #install: Install;
  readonly #known = new Map<string, Promise<Packages>>();

  /** @param folder where they are kept from one grading to the next */
  constructor(folder: string, install: Install) {
    this.#folder = folder;
    this.#install = install;
  }

  /**
   * The packages of a wish.
   * @throws GraderFault where the registry cannot be reached
   */
  packagesFor(wish: PackageWish): Promise<Packages> {
    const key = keyOf(wish);
    const known = this.#known.get(key) ?? this.#bring(key, wish);
    this.#known.set(key, known);
    return known;
  }

  async #bring(key: string, { manifest, lock }: PackageWish): Promise<Packages> {
    const place = join(this.#folder, key);
    if (existsSync(place)) return { folder: join(place, 'node_modules') };
    // Several workers may share the folder.
    const making = mkdtempSync(join(this.#folder, '.making-'));
    chmodSync(making, 0o755);
    try {
      mkdirSync(join(making, 'node_modules'));
      writeFileSync(join(making, 'package.json'), manifest);
      writeFileSync(join(making, 'package-lock.json'), lock);
      const { refused } = await this.#installTwice(making);
      if (refused !== null) return { refused };
      if (!existsSync(place)) renameSync(making, place);
      return { folder: join(place, 'node_modules') };
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }

  /** A network that fails for a moment keeps nobody from their grade. */
  async #installTwice(folder: string): ReturnType<Install> {
    try {
      return await this.#install(folder);
    } catch (error) {
      if (!(error instanceof GraderFault)) throw error;
      return this.#install(folder);
    }
  }
}
