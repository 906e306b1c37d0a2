import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printable } from '../../system/printable.ts';
import { isPassedOver, objectionTo, sameness } from './paths.ts';

/** What was handed in cannot be graded at all; the message is for the student. */
export class Unusable extends Error {}

/** How much one submission may be. */
export interface IntakeLimits {
  readonly files: number;
  readonly bytes: number;
}

const MiB = 1024 ** 2;
const usual: IntakeLimits = { files: 20_000, bytes: 300 * MiB };
const NOTED = 10;

/** Takes what was handed in, file by file, into a folder of ours: plain files, and nothing else. */
export class Intake {
  readonly #folder: string;
  readonly #limits: IntakeLimits;
  readonly #taken = new Map<string, string>();
  readonly #folders = new Set<string>();
  readonly #leftOut: string[] = [];
  #bytes = 0;

  /** @param folder an empty one */
  constructor(folder: string, limits = usual) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** What was left out and why, each a sentence; what is left out of most submissions is not told. */
  get notes(): readonly string[] {
    const more = this.#leftOut.length - NOTED;
    return [
      ...this.#leftOut.slice(0, NOTED),
      ...(more > 0 ? [`${more} more files were left out.`] : []),
    ];
  }

  /** Leaves something out, and says why. */
  leaveOut(path: string, reason: string): void {
    if (!isPassedOver(path)) this.#leftOut.push(`${printable(path)} was left out: ${reason}.`);
  }

  /**
   * Where a file goes; null where it is left out.
   * @param bytes its size, as far as it is known
   * @throws Unusable when it is all too much
   */
  placeFor(path: string, bytes: number): string | null {
    if (isPassedOver(path)) return null;
    const objection = objectionTo(path) ?? this.#collision(path);
    if (objection !== null) {
      this.leaveOut(path, objection);
      return null;
    }
    this.#taken.set(sameness(path), path);
    this.#bytes += bytes;
    const { files, bytes: most } = this.#limits;
    if (this.#bytes > most) throw new Unusable(`Unpacked, it has more than ${most / MiB} MB.`);
    if (this.#taken.size > files) throw new Unusable(`It has more than ${files} files.`);
    const place = join(this.#folder, path);
    mkdirSync(dirname(place), { recursive: true });
    return place;
  }

  /** Takes a file that is on this machine. */
  copy(path: string, from: string, bytes: number): void {
    const place = this.placeFor(path, bytes);
    if (place === null) return;
    copyFileSync(from, place);
    chmodSync(place, 0o644);
  }

  #collision(path: string): string | null {
    const key = sameness(path);
    const parents = key.split('/').map((_, at, names) => names.slice(0, at).join('/'));
    if (this.#taken.has(key) || this.#folders.has(key)) {
      return `on some systems it is the same as ${this.#taken.get(key) ?? 'a folder'}`;
    }
    if (parents.some((parent) => this.#taken.has(parent)))
      return 'a file is in the place of its folder';
    for (const parent of parents) this.#folders.add(parent);
    return null;
  }
}
