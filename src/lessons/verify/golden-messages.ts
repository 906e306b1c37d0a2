import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../system/package-root.ts';
import type { Verdict } from './verify-stage.ts';

const FILE = 'messages.txt';
const heading = (id: string) => `=== ${id}\n`;

/**
 * Compares the messages with those that are kept beside the lessons, or keeps them anew.
 * @returns what differs; empty when all is well
 */
export async function settleMessages(
  verdicts: readonly Verdict[],
  write: boolean,
): Promise<string[]> {
  const remarks: string[] = [];
  for (const [folder, group] of byFolder(verdicts)) {
    const path = join(packageRoot(), 'lessons', folder, FILE);
    const kept = await readKept(path);
    if (write) {
      const messages = new Map([...kept, ...group]);
      const text = [...messages].map(([id, message]) => `${heading(id)}${message}\n`).join('\n');
      await writeFile(path, text);
      continue;
    }
    for (const [id, message] of group) {
      if (kept.get(id) === message) continue;
      remarks.push(`the message of ${id} differs from lessons/${folder}/${FILE}:\n${message}`);
    }
  }
  return remarks;
}

function byFolder(verdicts: readonly Verdict[]): Map<string, Map<string, string>> {
  const folders = new Map<string, Map<string, string>>();
  for (const { mistake, message } of verdicts) {
    if (mistake === null || message === null) continue;
    const folder = [mistake.stage, mistake.lesson].filter((part) => part !== null).join('/');
    const group = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, group.set(mistake.id, message));
  }
  return folders;
}

async function readKept(path: string): Promise<Map<string, string>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const parts = text.split(/^=== /m).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1).trimEnd()];
    }),
  );
}
