import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/catalog/presets.ts';
import { startCluster } from '../../src/checker/database/cluster.ts';
import { findPostgres } from '../../src/checker/database/postgres-programs.ts';
import { RealServer } from '../../src/checker/database/real-server.ts';
import { withConnection } from '../../src/checker/database/sql.ts';
import { renderStateFile, STATE_FILE } from '../../src/project/state.ts';
import { temporaryFolder } from '../support/temporary.ts';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'create-backend.js');
const programs = findPostgres(process.env);
const { signal } = new AbortController();

// In continuous integration a missing Postgres is a failure, not a reason to look away.
describe.skipIf(programs === null && !process.env['CI'])('a Postgres that is brought', () => {
  it('has databases for a run, migrated once, and none of them afterwards', async () => {
    const cluster = await startCluster(programs!, signal);
    let migrations = 0;
    const server = await RealServer.at(cluster.url, async (url) => {
      migrations += 1;
      await withConnection(url, (connection) => connection.query('CREATE TABLE things (id int)'));
    });
    const [first, second] = [await server.migrated(), await server.migrated()];
    await withConnection(first.url, (connection) =>
      connection.query('INSERT INTO things VALUES (1)'),
    );
    const rows = await withConnection(second.url, ({ query }) => query('SELECT * FROM things'));
    await server.stop();
    const left = await withConnection(cluster.url, ({ query }) =>
      query(`SELECT datname FROM pg_database WHERE datname LIKE 'create_backend_check_%'`),
    );
    await cluster.stop();
    expect({ migrations, rows, left }).toEqual({ migrations: 1, rows: [], left: [] });
  });

  it('is gone with its folder when it is stopped', async () => {
    const cluster = await startCluster(programs!, signal);
    const [row] = await withConnection(cluster.url, ({ query }) =>
      query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`),
    );
    await cluster.stop();
    expect(existsSync(row!.folder)).toBe(false);
    await expect(withConnection(cluster.url, async () => {})).rejects.toThrow('ECONNREFUSED');
  });

  it('is started for a project, keeps its address, and is stopped', () => {
    const project = projectIn(temporaryFolder());
    const first = kit(project, 'start');
    const again = kit(project, 'start');
    const stopped = [kit(project, 'stop'), kit(project, 'stop')];
    rmSync(/data are in (\S+)/.exec(first.stderr)![1]!, { recursive: true });
    expect(first.stdout).toMatch(/^DATABASE_URL=postgres:\/\/\S+\n$/);
    expect(again.stdout).toBe(first.stdout);
    expect(stopped.map(({ stderr }) => stderr)).toEqual([
      'Stopped; the data stay.\n',
      'It does not run.\n',
    ]);
  });
});

it('no database is started outside of a project', () => {
  const { status, stderr } = kit(temporaryFolder(), 'start');
  expect(status).toBe(2);
  expect(stderr).toContain('Here is no project');
});

function projectIn(folder: string): string {
  const names = { version: '0.0.0', name: 'api', stack: 'typescript', packageManager: 'npm' };
  const state = { ...names, stage: 'postgres', open: [], resource: presets['tasks']! };
  writeFileSync(join(folder, STATE_FILE), renderStateFile(state));
  return folder;
}

function kit(cwd: string, action: string) {
  return spawnSync(process.execPath, [bin, 'db', action], { cwd, encoding: 'utf8' });
}
