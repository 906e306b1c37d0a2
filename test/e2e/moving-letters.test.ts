import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stages } from '../../src/catalog/stages.ts';
import { answers, type Answer } from '../support/answers.ts';
import { movable, type Movable } from '../support/movable.ts';

/** For a test of many runs, in milliseconds. */
const LONG = 300_000;

async function answer(project: Movable, { seed, edits, files = {} }: Answer): Promise<void> {
  await project.kit('mail', '--seed', String(seed), '--anyway');
  for (const [path, changes] of Object.entries(edits)) {
    for (const [text, by] of changes) {
      expect(project.read(path)).toContain(text);
      project.write(path, project.read(path).replaceAll(text, by));
    }
  }
  for (const [path, text] of Object.entries(files)) project.write(path, text);
  project.commit('Answer the letter');
}

const migrations = ({ folder }: Movable) => readdirSync(join(folder, 'migrations')).sort();

test(
  'what a letter asked for goes over every border, with a migration of its own',
  { timeout: LONG },
  async () => {
    const project = await movable('in-memory');
    const [labelCode, suspended, expectedAt, ownWords] = answers;

    await answer(project, labelCode!);
    await project.upgrade();
    expect(project.read('migrations/0001-create-tasks.sql')).toContain(
      'label_code TEXT NOT NULL UNIQUE',
    );
    expect(project.read('README.md')).toContain('- `label_code`: string, required, unique');

    await answer(project, suspended!);
    const said = await project.upgrade();
    expect(migrations(project)).toEqual(['0001-create-tasks.sql', '0002-create-comments.sql']);
    expect(project.read('migrations/0001-create-tasks.sql')).toContain(
      'suspended boolean NOT NULL',
    );
    expect(project.read('src/tasks/postgres-store.ts')).toContain('suspended = :suspended');
    const [, command] = /0004-add-suspended\.sql goes: .* git (show \S+)/.exec(said)!;
    expect(project.git(...command!.split(' '))).toContain('ADD COLUMN suspended');

    await answer(project, expectedAt!);
    await project.upgrade();
    expect(migrations(project)).toEqual([
      '0001-create-tasks.sql',
      '0002-create-comments.sql',
      '0003-add-expected-at.sql',
      '0004-create-users.sql',
      '0005-add-owners.sql',
      '0006-create-audit-log.sql',
    ]);
    expect(project.read('migrations/0001-create-tasks.sql')).not.toContain('expected_at');

    await answer(project, ownWords!);
    const before = project.git('rev-parse', 'HEAD:migrations');
    await project.upgrade();
    expect([project.stage, project.isClean]).toEqual([stages.at(-1)!.id, true]);
    expect(project.git('rev-parse', 'HEAD:migrations')).toBe(before);

    await project.back();
    await project.back();
    expect(migrations(project)).toContain('0003-add-expected-at.sql');
    const refused = await project.kit('back', '--no-install');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('src/tasks/postgres-store.ts');
    expect(project.stage).toBe('postgres');
  },
);
