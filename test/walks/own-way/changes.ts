import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Learner } from '../../support/learner.ts';

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
  const how = ['--prefer-offline', '--no-audit', '--no-fund', '--save-exact'];
  const place = { cwd: learner.folder, stdio: 'pipe' } as const;
  execFileSync('npm', ['install', ...how, 'nanoid@5.1.5'], place);
  commitAll(learner, 'Make it mine');
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
  commitAll(learner, 'Change what the stage changes, too');
}

/** Another form for all that there is. */
export function takeAnotherForm(learner: Learner): void {
  learner.write('.prettierrc.json', FORM);
  const prettier = join('node_modules', 'prettier', 'bin', 'prettier.cjs');
  const place = { cwd: learner.folder, stdio: 'pipe' } as const;
  execFileSync(process.execPath, [prettier, '--write', '.'], place);
  commitAll(learner, 'Go without semicolons');
}

/** Changes a line that the last stage changes. */
export function quarrelAboutSettings(learner: Learner): void {
  learner.edit(
    'src/config.ts',
    'if (result.success) return result.data\n',
    'if (result.success) return { ...result.data }\n',
  );
  commitAll(learner, 'Give everybody settings of their own');
}

/** Commits whatever there is. */
export function commitAll(learner: Learner, message: string): void {
  learner.git('add', '--all');
  learner.git('commit', '--quiet', '--allow-empty', '-m', message);
}
