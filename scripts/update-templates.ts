import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { spellProjectName } from '../src/catalog/names.ts';
import { findStack } from '../src/catalog/stacks.ts';
import { stageFolder, stages, type Stage } from '../src/catalog/stages.ts';
import { planProject } from '../src/scaffold/plan.ts';
import { resourceOf } from '../src/scaffold/questions/resource.ts';
import { renderProject, type Files } from '../src/scaffold/render.ts';
import { loadTemplates } from '../src/scaffold/template-set.ts';
import { writeProject } from '../src/scaffold/write.ts';

/**
 * Raises the pinned versions of the templates' dependencies and makes their lock files anew.
 *
 *   npm run templates:update               raises every pin to the newest version, then the lock files
 *   npm run templates:update -- --locks    only makes the lock files anew
 *
 * The whole matrix runs afterwards, since a new version is welcome only where it passes.
 */
const root = join(import.meta.dirname, '..');
const templates = join(root, 'templates', 'typescript');
const onlyLocks = process.argv.includes('--locks');

/** What is held back on purpose, with the version range that is followed instead. */
const heldBack: Readonly<Record<string, string>> = {
  '@types/node': '24',
  // The one that the newest pglite-socket wants, exactly.
  '@electric-sql/pglite': '0.5.14',
  // The newest version whose binaries are published for every platform.
  oxlint: '1.89',
};

const written = stages.filter((stage) => existsSync(join(templates, stageFolder(stage))));

if (!onlyLocks) for (const stage of written) raisePins(stage);
run('npm', ['run', 'build'], root);
for (const stage of written) renewLockFile(stage);
if (!onlyLocks) run('npm', ['test'], root);

function raisePins(stage: Stage): void {
  const path = join(templates, stageFolder(stage), 'stage.yaml');
  let text = readFileSync(path, 'utf8');
  const { manifest = {} } = parse(text) as { manifest?: Record<string, Record<string, string>> };
  const pins = { ...manifest['dependencies'], ...manifest['devDependencies'] };
  for (const [name, pinned] of Object.entries(pins).filter(([, version]) => version !== null)) {
    const newest = newestVersion(name);
    const line = new RegExp(`^(\\s*'?${name}'?: ).*$`, 'm');
    text = text.replace(line, (_, key: string) => `${key}${newest}`);
    if (newest !== pinned) console.log(`${name} ${pinned} -> ${newest}`);
  }
  writeFileSync(path, text);
}

function newestVersion(name: string): string {
  const range = heldBack[name] === undefined ? name : `${name}@${heldBack[name]}`;
  const printed = JSON.parse(run('npm', ['view', range, 'version', '--json'], root)) as unknown;
  return String(Array.isArray(printed) ? printed.at(-1) : printed);
}

/** Lets npm resolve a freshly made project of the stage, and keeps what it resolved. */
function renewLockFile(stage: Stage): void {
  const folder = mkdtempSync(join(tmpdir(), 'create-backend-lock-'));
  try {
    const project = join(folder, 'my-api');
    writeProject(renderDefaultProject(stage), folder, project);
    run('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], project);
    // A lock file that lacks a platform's binaries is refused here rather than on that platform.
    run('npm', ['ci', '--dry-run', '--no-audit', '--no-fund'], project);
    const kept = join(templates, stageFolder(stage), 'package-lock.json');
    copyFileSync(join(project, 'package-lock.json'), kept);
    console.log(`${stage.id}: lock file made`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without a lock file and without a Node of its own, whatever machine this runs on. */
function renderDefaultProject(stage: Stage): Files {
  const stack = findStack('typescript')!;
  const answers = {
    name: spellProjectName('my-api'),
    stack,
    stage,
    ...resourceOf('tasks', root),
    packageManager: stack.packageManagers[0]!,
  };
  const kit = { version: '0.0.0', command: 'create-backend', pinnedCommand: 'create-backend' };
  const plan = planProject(answers, kit, stack.runtime.minimum);
  return renderProject(plan, loadTemplates(stack.id, stage), null);
}

function run(program: string, args: readonly string[], cwd: string): string {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: [...stdio] });
}
