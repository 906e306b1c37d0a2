import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presets } from '../../src/catalog/presets.ts';
import type { Findings } from '../../src/classroom/grading/job.ts';
import { kitCommand, kitMounts } from '../../src/classroom/grading/kit-in-cell.ts';
import { graderIn, type Inquiry } from '../../src/classroom/grading/run-grader.ts';
import { findSandbox } from '../../src/sandbox/choose-sandbox.ts';
import { repository } from './kit.ts';
import { temporaryFolder } from './temporary.ts';

/** The sandbox of this machine, or why it has none. */
export const sandbox = await findSandbox(
  process.env,
  kitMounts(process.env),
  kitCommand('canaries'),
);

const start: Inquiry = { lessons: [], conformance: false, seed: 1, seconds: 60 };

/**
 * A submission for the first stage whose service is this program; `./sound/server.ts` is one that
 * keeps all promises.
 */
export function submissionOf(program: string): string {
  const folder = temporaryFolder();
  const state = {
    schema: 1,
    kit: '0.1.0',
    name: 'submitted',
    stack: 'typescript',
    stage: 'in-memory',
    packageManager: 'npm',
    resource: presets['tasks'],
    commands: { start: ['node', 'server.ts'] },
  };
  writeFileSync(join(folder, 'create-backend.json'), JSON.stringify(state));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'server.ts'), program);
  const sound = join(repository, 'test', 'alternatives');
  cpSync(join(sound, 'plain-node'), join(folder, 'sound'), { recursive: true });
  cpSync(join(sound, 'openapi.json'), join(folder, 'openapi.json'));
  // The user that programs run under is another one.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'node_modules'));
  return folder;
}

/** Grades a service in the sandbox; only whether it starts is asked where nothing else is. */
export function gradeService(
  program: string,
  inquiry: Partial<Inquiry> = {},
  signal = new AbortController().signal,
): Promise<Findings> {
  if ('missing' in sandbox) throw new Error(sandbox.missing);
  const submission = { folder: submissionOf(program), modules: null };
  return graderIn(sandbox)(submission, { ...start, ...inquiry }, signal);
}

/** What the service wrote before it ended instead of starting. */
export function saidInstead({ outcomes }: Findings): string {
  return outcomes[0]!.log.join('\n');
}

/** The kinds of what was noted. */
export function kindsOf({ incidents }: Findings): string[] {
  return incidents.map(({ kind }) => kind).sort();
}
