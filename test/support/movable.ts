import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { kit, type Run } from './kit.ts';
import { machine, type Machine } from './machine.ts';

/** A project on a machine of its own, with hands to change it and eyes to look at it. */
export class Movable {
  readonly folder: string;
  readonly place: Machine;

  constructor(place: Machine, folder: string) {
    this.place = place;
    this.folder = folder;
  }

  git(...args: readonly string[]): string {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    const { env } = this.place;
    const options = { cwd: this.folder, env, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', [...identity, ...args], options).trimEnd();
  }

  /** Runs the kit in the project. */
  kit(...args: readonly string[]): Promise<Run> {
    return kit(args, { cwd: this.folder, env: this.place.env });
  }

  /** Takes the project on without asking checks or installing; it must come to an end by itself. */
  async upgrade(...args: readonly string[]): Promise<string> {
    const run = await this.kit('upgrade', '--anyway', '--no-install', ...args);
    expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 0 });
    return run.stdout;
  }

  async back(): Promise<void> {
    const run = await this.kit('back', '--no-install');
    expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 0 });
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

  /** Changes a file; what is to be changed must be there. */
  edit(path: string, from: string, to: string): void {
    const text = this.read(path);
    expect(text).toContain(from);
    this.write(path, text.replace(from, to));
  }

  editJson(path: string, change: (json: Record<string, any>) => void, indentation = 2): void {
    const json = JSON.parse(this.read(path));
    change(json);
    this.write(path, `${JSON.stringify(json, null, indentation)}\n`);
  }

  commit(message = 'Mine'): void {
    this.git('add', '--all', '.');
    this.git('commit', '--quiet', '-m', message);
  }

  /** Id of the tree that is committed in the project's folder, but for its state file. */
  get content(): string {
    return this.git('ls-tree', '-r', 'HEAD', '.').replace(/^.*create-backend\.json\n?/m, '');
  }

  /** Id of all that is committed, the state file included. */
  get tree(): string {
    return this.git('rev-parse', 'HEAD^{tree}');
  }

  /** Whether nothing is there that is not committed. */
  get isClean(): boolean {
    return this.git('status', '--porcelain') === '';
  }

  get stage(): string {
    return JSON.parse(this.read('create-backend.json')).stage;
  }
}

/** The project `my-api` as the kit makes it at a stage. */
export async function movable(stage: string, ...flags: readonly string[]): Promise<Movable> {
  const place = machine();
  const made = ['my-api', '--stage', stage, '--yes', '--no-install', ...flags];
  const run = await kit(made, place);
  expect(run, run.stderr).toMatchObject({ exitCode: 0 });
  return new Movable(place, join(place.cwd, 'my-api'));
}
