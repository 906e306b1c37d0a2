import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { presets } from '../../src/catalog/presets.ts';
import { findStage, type Stage } from '../../src/catalog/stages.ts';
import { kit, runProgram } from './kit.ts';
import { lintErrors } from './openapi-lint.ts';
import { Postgres, postgresPrograms } from './postgres.ts';
import { fixturePath, isBuilt, resourceNamed } from './render-with-kit.ts';
import { startService, type Service } from './service.ts';
import { surprises } from './surprises.ts';
import { describeWith, environmentWithNode } from './toolchain.ts';

/** A project of the matrix. */
interface Cell {
  readonly stage: Stage;
  readonly resource: string;
  /** The folder of all projects of the stage. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** The project whose dependencies it borrows, which are the same; null for one that installs. */
  readonly lender: string | null;
}

/** The column of a stage: projects that the built program makes, each with another resource. */
export function describeStage(id: string, [first, ...others]: readonly string[]): void {
  const stage = findStage(id)!;
  describeWith(isBuilt(stage) ? id : null, `the stage ${id}`, () => {
    const root = mkdtempSync(join(tmpdir(), `create-backend-${id}-`));
    keepOnFailure(root);
    const column = { stage, root, env: environmentWithNode(root) };
    describeCell({ ...column, resource: first!, lender: null });
    for (const resource of others) describeCell({ ...column, resource, lender: first! });
  });
}

function keepOnFailure(root: string): void {
  let failed = false;
  beforeEach(({ onTestFailed }) => onTestFailed(() => void (failed = true)));
  afterAll(() => {
    if (failed) console.error(`kept: ${root}`);
    else rmSync(root, { recursive: true, force: true });
  });
}

function describeCell(cell: Cell): void {
  const { stage, resource, root } = cell;
  const folder = join(root, resource);
  const needsPostgres = stage.number >= findStage('postgres')!.number;
  const title = `with ${resource}${needsPostgres ? ' on a Postgres server' : ''}`;
  describeWith(needsPostgres ? postgresPrograms : 'nothing', title, () => {
    const env = { ...cell.env };
    beforeAll(async () => {
      if (!needsPostgres) return;
      const postgres = await Postgres.start();
      env['DATABASE_URL'] = postgres.createDatabase('served');
      env['TEST_DATABASE_URL'] = postgres.createDatabase('tested');
      return () => postgres.stop();
    });

    test('is made', () => makeProject(cell));

    test('stands before its own judgement: formatting, lint, types and tests', async () => {
      const verify = await runProgram(['npm', 'run', 'verify'], { cwd: folder, env });
      expect(verify.exitCode, verify.stdout + verify.stderr).toBe(0);
    });

    test('answers each exchange as its lesson predicts, by the layer that it names', async () => {
      expect(await surprises(folder, env)).toEqual([]);
    });

    test('runs, keeps what it is given, describes itself, and stops', async () => {
      await migrate(stage, folder, env);
      const service = await startService(folder, env);
      await askForItems(stage, resource, service);
      const document = await fetch(`${service.url}/openapi.json`);
      expect(await lintErrors(await document.text())).toEqual([]);
      expect(await service.stop()).toBe(0);
    });
  });
}

async function makeProject({ stage, resource, root, env, lender }: Cell): Promise<void> {
  const source = resource in presets ? resource : fixturePath(resource);
  const flags = ['--stage', stage.id, '--resource', source, '--no-git', '--json', '--yes'];
  const more = lender === null ? [] : ['--no-install'];
  const { exitCode, stdout, stderr } = await kit([resource, ...flags, ...more], { cwd: root, env });
  expect(exitCode, stderr).toBe(0);
  if (lender === null) {
    const { tests } = JSON.parse(stdout);
    expect(tests.failed).toBe(0);
    expect(tests.passed).toBeGreaterThanOrEqual(25);
  } else {
    symlinkSync(join(root, lender, 'node_modules'), join(root, resource, 'node_modules'));
  }
}

async function migrate(stage: Stage, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (stage.number < findStage('sqlite')!.number) return;
  const { exitCode, stderr } = await runProgram(['npm', 'run', 'migrate'], { cwd: folder, env });
  expect(exitCode, stderr).toBe(0);
}

/** From the stage `auth` on nothing is answered to strangers. */
async function askForItems(stage: Stage, resource: string, { url }: Service): Promise<void> {
  const { path, example } = resourceNamed(resource);
  const items = `${url}/api/v1/${path}`;
  const list = await fetch(items);
  if (stage.number >= findStage('auth')!.number) {
    expect(list.status).toBe(401);
    expect(list.headers.get('content-type')).toContain('application/problem+json');
    return;
  }
  expect(list.status).toBe(200);
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(example);
  const made = await fetch(items, { method: 'POST', headers, body });
  expect(made.status).toBe(201);
  const read = await fetch(new URL(made.headers.get('location')!, url));
  expect(await read.json()).toMatchObject(example);
}
