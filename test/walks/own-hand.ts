import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Learner } from '../support/learner.ts';
import { typeWell } from './walker.ts';

/** Another form than the kit's, as a `.prettierrc.json`. */
const FORM = '{ "printWidth": 100, "singleQuote": true, "semi": false }\n';

/** A renamed file, a route, a dependency, and a removed file, before the first lesson. */
export function makeItTheirs(learner: Learner): void {
  learner.git('mv', 'src/http/health.ts', 'src/http/alive.ts');
  learner.edit('src/app.ts', './http/health.ts', './http/alive.ts');
  learner.edit(
    'src/app.ts',
    '  useZod(app);',
    "  app.get('/hello', () => ({ hello: nanoid() }));\n  useZod(app);",
  );
  learner.edit(
    'src/app.ts',
    'import { serverOptions }',
    "import { nanoid } from 'nanoid';\nimport { serverOptions }",
  );
  learner.git('rm', '--quiet', '.editorconfig');
  const install = [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--save-exact',
    'nanoid@5.1.5',
  ];
  execFileSync('npm', install, { cwd: learner.folder, stdio: 'pipe' });
  commit(learner, 'Make it mine');
}

/** Changes what the next stage changes as well. */
export function quarrelWithTheStage(learner: Learner): void {
  learner.edit(
    'package.json',
    '--env-file-if-exists=.env --watch',
    '--watch --env-file-if-exists=.env',
  );
  learner.edit(
    'src/deps.ts',
    'tasks: new TaskService(new MemoryTaskStore())',
    'tasks: new TaskService(new MemoryTaskStore(/* until there is a database */))',
  );
  commit(learner, 'Change what the stage changes, too');
}

/** Takes the stage's side in one file, and keeps their own in the other. */
export async function crossWithConflicts(learner: Learner): Promise<void> {
  const { exitCode, stdout, stderr } = await learner.type('next', '--yes', '--json');
  expect(exitCode, stdout + stderr).toBe(1);
  const { conflicts } = JSON.parse(stdout) as { conflicts: { path: string }[] };
  expect(conflicts.map(({ path }) => path)).toEqual(['package.json', 'src/deps.ts']);
  expect((await learner.type('upgrade', '--continue')).exitCode).toBe(1);
  await typeWell(learner, 'upgrade', '--keep', 'package.json');
  const taken = await typeWell(learner, 'upgrade', '--take', 'src/deps.ts');
  const [, command] = /git (show \S+deps\.ts)/.exec(taken)!;
  expect(learner.git(...command!.split(' '))).toContain(
    'new MemoryTaskStore(/* until there is a database */)',
  );
  await typeWell(learner, 'upgrade', '--continue');
  expect(learner.read('package.json')).toContain('--watch --env-file-if-exists=.env src/server.ts');
}

/** Another form for all that there is. */
export function takeAnotherForm(learner: Learner): void {
  learner.write('.prettierrc.json', FORM);
  const prettier = join('node_modules', 'prettier', 'bin', 'prettier.cjs');
  execFileSync(process.execPath, [prettier, '--write', '.'], {
    cwd: learner.folder,
    stdio: 'pipe',
  });
  commit(learner, 'Go without semicolons');
}

/** Changes a line that the last stage changes, and brings both together by hand. */
export async function crossAndMendByHand(learner: Learner): Promise<void> {
  learner.edit(
    'src/config.ts',
    'if (result.success) return result.data\n',
    'if (result.success) return { ...result.data }\n',
  );
  commit(learner, 'Give everybody settings of their own');
  const { exitCode, stdout, stderr } = await learner.type('next', '--yes', '--json');
  expect(exitCode, stdout + stderr).toBe(1);
  const { conflicts } = JSON.parse(stdout) as { conflicts: { path: string }[] };
  expect(conflicts.map(({ path }) => path)).toEqual(['src/config.ts']);
  const resolved = learner
    .read('src/config.ts')
    .replace(
      /^<{7}[^]*?^>{7}.*$/m,
      '  if (result.success) return refuseUnsafe({ ...result.data })',
    );
  learner.write('src/config.ts', resolved);
  await typeWell(learner, 'upgrade', '--continue');
}

/** Shows that all of it is still there, whatever form it has. */
export function expectNothingLost(learner: Learner): void {
  const kept: Readonly<Record<string, string>> = {
    'src/http/alive.ts': "status: 'ok'",
    'src/app.ts': "app.get('/hello', () => ({ hello: nanoid() }))",
    'src/http/of-clients.ts': "{ 'not-found': 404, conflict: 409 }",
    'src/http/errors.ts': '...ofClients,',
    'src/tasks/routes.ts': "reply.status(201).header('location'",
    'src/tasks/schema.ts': "describe('What is to be done')",
    'src/tasks/service.ts': "'It is done; open it again before you change it.'",
    'src/http/parameters.ts': 'wholeNumber(1, most).default(usual)',
    'package.json': '"nanoid": "5.1.5"',
  };
  for (const [path, text] of Object.entries(kept)) expect(learner.read(path), path).toContain(text);
  expect(learner.has('src/http/health.ts')).toBe(false);
  expect(learner.has('.editorconfig')).toBe(false);
}

function commit(learner: Learner, message: string): void {
  learner.git('add', '--all');
  learner.git('commit', '--quiet', '-m', message);
}
