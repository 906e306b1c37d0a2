import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printable } from '../../system/printable.ts';
import { isPassedOver, objectionTo, sameness } from './paths.ts';

/** What was handed in cannot be graded at all; the message is for the student. */
export class Unusable extends Error {}

const MAX_FILES = 20_000;
const MAX_BYTES = 300 * 1024 ** 2;
const NOTED = 10;

/** Takes what was handed in, file by file, into a folder of ours: plain files, and nothing else. */
export class Intake {
  readonly #folder: string;
  readonly #taken = new Map<string, string>();
  readonly #folders = new Set<string>();
  readonly #leftOut: string[] = [];
  #bytes = 0;

  /** @param folder an empty one */
  constructor(folder: string) {
    this.#folder = folder;
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
    this.grow(bytes);
    if (this.#taken.size > MAX_FILES) throw new Unusable(`It has more than ${MAX_FILES} files.`);
    const place = join(this.#folder, path);
    mkdirSync(dirname(place), { recursive: true });
    return place;
  }

  /** Counts bytes that are taken in. */
  grow(bytes: number): void {
    this.#bytes += bytes;
    const most = MAX_BYTES / 1024 ** 2;
    if (this.#bytes > MAX_BYTES) throw new Unusable(`Unpacked, it has more than ${most} MB.`);
  }

  /** Takes a file that is on this machine. */
  copy(path: string, from: string, bytes: number): void {
    const place = this.placeFor(path, bytes);
    if (place === null) return;
    copyFileSync(from, place);
    chmodSync(place, 0o644);
  }

  /** Takes a file whose content is known. */
  write(path: string, content: Buffer): void {
    const place = this.placeFor(path, content.length);
    if (place !== null) writeFileSync(place, content, { mode: 0o644 });
  }

  #collision(path: string): string | null {
    const key = sameness(path);
    const parents = key.split('/').map((_, at, names) => names.slice(0, at).join('/'));
    if (this.#taken.has(key) || this.#folders.has(key)) {
      return `on some systems it is the same as ${this.#taken.get(key) ?? 'a folder'}`;
    }
    if (parents.some((parent) => this.#taken.has(parent))) return 'a file is in the place of its folder';
    for (const parent of parents) this.#folders.add(parent);
    return null;
  }
}
