import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { kit } from './kit.ts';
import { machine, type Machine } from './machine.ts';

type Place = Pick<Machine, 'cwd' | 'env'>;

/** Somebody at a terminal in a project of theirs. */
export class Learner {
  readonly folder: string;
  readonly #place: Place;

  private constructor(place: Place, name: string) {
    this.folder = join(place.cwd, name);
    this.#place = place;
  }

  /** With a new project, on a machine whose package manager does nothing unless another is given. */
  static async start(flags: readonly string[], place: Place = machine()): Promise<Learner> {
    const { exitCode, stderr } = await kit(['my-api', '--yes', ...flags], place);
    expect(exitCode, stderr).toBe(0);
    return new Learner(place, 'my-api');
  }

  type(...args: string[]) {
    return kit(args, { cwd: this.folder, env: this.#place.env });
  }

  /** Goes on, whatever is left open, until a lesson is at hand. */
  async goTo(lesson: string): Promise<void> {
    while (this.progress().current !== lesson) await this.type('next', '--anyway');
  }

  /** How far they are, as it is kept. */
  progress() {
    return JSON.parse(this.read('.git/create-backend/progress.json'));
  }

  /** The same as the kit tells it, and more. */
  async status() {
    return JSON.parse((await this.type('status', '--json')).stdout);
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' }).trim();
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  edit(path: string, text: string, replacement: string): void {
    expect(this.read(path)).toContain(text);
    this.write(path, this.read(path).replace(text, replacement));
  }
}
