import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stageFolder, type Stage } from '../../catalog/stages.ts';
import { packageRoot } from '../../system/package-root.ts';
import { loadMistakes, type Mistake } from '../mistakes.ts';
import type { Verdict } from './proof.ts';

/** Messages by the id of their mistake. */
type Messages = ReadonlyMap<string, string>;

const FILE = 'messages.txt';

/**
 * Compares the messages of mistakes that were caught with those that are kept beside the lessons.
 * @returns what differs; empty when all is well
 */
export async function compareMessages(verdicts: readonly Verdict[]): Promise<string[]> {
  const remarks: string[] = [];
  for (const [folder, messages] of byFolder(verdicts)) {
    const kept = await readKept(folder);
    for (const [id, message] of messages) {
      if (kept.get(id) === message) continue;
      remarks.push(`the message of ${id} differs from lessons/${folder}/${FILE}:\n${message}`);
    }
  }
  return remarks;
}

/** Keeps the messages of mistakes that were caught, and drops those of mistakes that are gone. */
export async function keepMessages(verdicts: readonly Verdict[]): Promise<void> {
  for (const [folder, messages] of byFolder(verdicts)) {
    const all = new Map([...(await readKept(folder)), ...messages]);
    const ids = loadMistakes().filter((mistake) => folderOf(mistake) === folder);
    const kept = ids.flatMap(({ id }) => (all.has(id) ? `=== ${id}\n${all.get(id)}\n` : []));
    await writeFile(pathOf(folder), kept.join('\n'));
  }
}

/** Messages that are kept in a stage and whose mistake is gone. */
export async function lostMessages(stage: Stage): Promise<string[]> {
  const mistakes = loadMistakes().filter((mistake) => mistake.stage === stageFolder(stage));
  const remarks: string[] = [];
  for (const folder of new Set(mistakes.map(folderOf))) {
    const here = mistakes.filter((mistake) => folderOf(mistake) === folder);
    const ids = new Set(here.map(({ id }) => id));
    const lost = [...(await readKept(folder)).keys()].filter((id) => !ids.has(id));
    remarks.push(...lost.map((id) => `lessons/${folder}/${FILE} keeps ${id}, no mistake there`));
  }
  return remarks;
}

function byFolder(verdicts: readonly Verdict[]): ReadonlyMap<string, Messages> {
  const folders = new Map<string, Map<string, string>>();
  for (const { mistake, message, state } of verdicts) {
    if (mistake === null || message === null || state !== 'well') continue;
    const folder = folderOf(mistake);
    const messages = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, messages.set(mistake.id, message));
  }
  return folders;
}

function folderOf({ stage, lesson }: Mistake): string {
  return lesson === null ? stage : `${stage}/${lesson}`;
}

function pathOf(folder: string): string {
  return join(packageRoot(), 'lessons', folder, FILE);
}

async function readKept(folder: string): Promise<Messages> {
  const text = await readFile(pathOf(folder), 'utf8').catch(() => '');
  const parts = text.split(/^=== /m).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1).trimEnd()];
    }),
  );
}
