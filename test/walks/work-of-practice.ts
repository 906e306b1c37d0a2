import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { Work } from '../../src/lessons/verify/work.ts';
import { repository } from '../support/kit.ts';
import type { Learner } from '../support/learner.ts';
import { typeWell } from './walker.ts';

const SANDBOX = '.create-backend/conflict';

/** Does what a lesson of practice asks for, by hand. */
export async function practise(learner: Learner, stage: string, lesson: string): Promise<void> {
  const path = join(repository, 'lessons', stage, lesson, 'work.yaml');
  const { files = {}, steps = [], sign } = parse(readFileSync(path, 'utf8')) as Work;
  for (const [name, text] of Object.entries(files)) learner.write(name, text);
  for (const step of steps) {
    if ('branch' in step) learner.git('switch', '--quiet', '--create', step.branch);
    else commitStep(learner, step.message, step.files);
  }
  if (sign !== undefined) await resolveConflict(learner, sign);
}

function commitStep(learner: Learner, message: string, files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) learner.write(name, text);
  learner.git('add', ...Object.keys(files));
  learner.git('commit', '--quiet', '-m', message);
}

async function resolveConflict(learner: Learner, sign: string): Promise<void> {
  await typeWell(learner, 'practice');
  const folder = join(learner.folder, SANDBOX);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  expect(() => git('merge', 'longer-evenings')).toThrow('Command failed');
  const file = join(folder, 'sign.txt');
  const marked = readFileSync(file, 'utf8');
  writeFileSync(file, marked.replace(/^<{7}.*^>{7}[^\n]*$/ms, sign));
  git('commit', '--quiet', '--all', '-m', 'Bring both together');
}
