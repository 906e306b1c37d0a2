import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'create-backend.js');

it('a letter changes what the project is to serve, in a commit of its own', () => {
  const project = newProject();
  const { stdout, status } = kit(project, 'mail', '--seed', '3');
  expect(status).toBe(0);
  expect(stdout).toContain('Our names do not fit');
  expect(maxLengthOfTitle(project)).toBe(290);
  const files = execFileSync('git', ['show', '--name-only', '--format=%s'], { cwd: project });
  expect(String(files)).toBe(
    'Receive a letter: Our names do not fit\n\ncreate-backend.json\nletters/1-in-memory.md\n',
  );
});

it('the same letter is read again, and changes nothing a second time', () => {
  const project = newProject();
  const first = kit(project, 'mail', '--seed', '3');
  const again = kit(project, 'mail', '--seed', '4');
  expect(again.stdout).toBe(first.stdout);
  expect(maxLengthOfTitle(project)).toBe(290);
});

it('a learner who is not through with the lessons is told to wait', () => {
  const project = newProject('--learn');
  const early = kit(project, 'mail');
  expect(early.status).toBe(2);
  expect(early.stderr).toContain('The letter comes when the lessons of in-memory are done');
  expect(kit(project, 'mail', '--anyway').status).toBe(0);
});

function newProject(...flags: string[]): string {
  const folder = temporaryFolder();
  const made = spawnSync(process.execPath, [bin, 'api', '--yes', '--no-install', ...flags], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(made.stderr).not.toContain('Error');
  return join(folder, 'api');
}

function kit(cwd: string, ...args: string[]) {
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' });
}

function maxLengthOfTitle(project: string): number {
  const state = JSON.parse(readFileSync(join(project, 'create-backend.json'), 'utf8')) as {
    resource: { properties: { title: { maxLength: number } } };
  };
  return state.resource.properties.title.maxLength;
}
