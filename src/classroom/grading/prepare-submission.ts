import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATE_FILE } from '../../project/state.ts';
import { installScripts, type ManifestTexts } from '../packages/install-scripts.ts';
import {
  isSameWish,
  packagesBeyond,
  parseObject,
  readWish,
  type PackageWish,
} from '../packages/npm-manifest.ts';
import { printable } from '../../system/printable.ts';
import { textOf } from '../submissions/text-of.ts';
import type { PackageStore } from '../packages/package-store.ts';
import { GraderFault } from './grader-fault.ts';
import type { Prepared } from './run-grader.ts';
import type { Starter } from './starter.ts';

/** A submission that is ready, and what is to be said of it. */
export interface Readiness {
  readonly prepared: Prepared;
  readonly notes: readonly string[];
}

interface State {
  readonly stack?: unknown;
  readonly stage?: unknown;
  readonly commands?: unknown;
}

/** Gives the copy of a submission the instructor's state file and its packages. */
export async function prepareSubmission(
  folder: string,
  starter: Starter,
  store: PackageStore,
): Promise<Readiness> {
  const stateNotes = settleState(folder, starter);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const { modules, notes } = await modulesFor(folder, starter, store);
  const all = [...stateNotes, ...notes, ...scriptNotes(folder, starter)];
  return { prepared: { folder, modules }, notes: all };
}

/** The submission's own state file says how its service is run, and nothing else that counts. */
function settleState(folder: string, { state }: Starter): string[] {
  const path = join(folder, STATE_FILE);
  const [own, ours] = [readState(path), JSON.parse(state) as State];
  const commands = isCommands(own?.commands) ? { commands: own.commands } : {};
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, JSON.stringify({ ...ours, ...commands }));
  if (own === null) return ours.commands === undefined ? [`It has no ${STATE_FILE}.`] : [];
  return (['stack', 'stage'] as const)
    .filter((name) => own[name] !== undefined && own[name] !== ours[name])
    .map(
      (name) => `Its ${name} is ${String(own[name])}; the assignment is for ${String(ours[name])}.`,
    );
}

function readState(path: string): State | null {
  try {
    const state: unknown = JSON.parse(textOf(path) ?? 'null');
    return typeof state === 'object' ? state : null;
  } catch {
    return null;
  }
}

/** Anything else would keep the whole file from being read. */
function isCommands(commands: unknown): commands is Readonly<Record<string, readonly string[]>> {
  return typeof commands === 'object' && commands !== null && Object.values(commands).every(isLine);
}

function isLine(line: unknown): boolean {
  return Array.isArray(line) && line.length > 0 && line.every((word) => typeof word === 'string');
}

/** The packages that it asks for; where they cannot be had, those of the assignment. */
async function modulesFor(
  folder: string,
  { manifest, lock }: Starter,
  store: PackageStore,
): Promise<{ readonly modules: string | null; readonly notes: readonly string[] }> {
  const texts = textsIn(folder);
  const [own, ours] = [readWish(texts.manifest, texts.lock), readWish(manifest, lock)];
  if (own !== null && (ours === null || !isSameWish(own, ours))) {
    const packages = await store.packagesFor(own);
    if ('folder' in packages) return { modules: packages.folder, notes: additions(own, ours) };
    const instead = ours === null ? 'It runs without any.' : 'Those of the assignment were used.';
    const note = `Its packages cannot be installed: ${packages.refused}. ${instead}`;
    return { modules: await oursFrom(store, ours), notes: [note] };
  }
  const notes = own === null && ours !== null ? [unreadable(texts)] : [];
  return { modules: await oursFrom(store, ours), notes };
}

function textsIn(folder: string): ManifestTexts {
  const textIn = (name: string) => textOf(join(folder, name));
  return { manifest: textIn('package.json'), lock: textIn('package-lock.json') };
}

function unreadable({ manifest }: ManifestTexts): string {
  const name = parseObject(manifest) === null ? 'package.json' : 'package-lock.json';
  return `It has no ${name} that can be read.`;
}

/** What would have run at the installation, beyond what the assignment itself would. */
function scriptNotes(folder: string, starter: Starter): string[] {
  const ours = installScripts(starter);
  const added = installScripts(textsIn(folder)).filter((name) => !ours.includes(name));
  const names = added.map(printable).join(', ');
  return added.length === 0
    ? []
    : [`Nothing runs while packages are installed, also not what it has for that: ${names}.`];
}

function additions(own: PackageWish, ours: PackageWish | null): string[] {
  const added = ours === null ? [] : packagesBeyond(own, ours);
  const names = added.map(printable).join(', ');
  return added.length === 0 ? [] : [`It uses further packages: ${names}.`];
}

async function oursFrom(store: PackageStore, ours: PackageWish | null): Promise<string | null> {
  if (ours === null) return null;
  const packages = await store.packagesFor(ours);
  if ('folder' in packages) return packages.folder;
  throw new GraderFault(`the packages of the assignment cannot be installed: ${packages.refused}`);
}
