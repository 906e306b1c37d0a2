import type { Check, Question } from '../../../src/checker/check.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { run } from '../../../src/system/process.ts';
import { mustBringBack } from '../../2-sqlite/09-backups/copies.ts';
import { mainService } from '../another-service.ts';

/** The check of what the stage before has promised of copies, now of a database on a server. */
export const backupChecks: readonly Check[] = [
  {
    id: 'server-backup-brings-back',
    title: 'what the backup command saves of a serving database, the restore command brings back',
    likely: 'it was never tried: the rows are not in the copy, or what is there is in their way',
    needs: ['start', 'real-postgres'],
    seconds: 30,
    run: async (question) => {
      await mustHavePrograms(question);
      await mustBringBack(question);
    },
  },
];

/** A server is copied by its own programs; without them, or with older ones, nothing can be said. */
async function mustHavePrograms(question: Question): Promise<void> {
  const { database } = mainService(question);
  const [row] = await database.query<{ server: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS server`,
  );
  const { started, stdout } = await run(['pg_dump', '--version'], { cwd: '.', env: process.env });
  const version = started ? Number(/\d+/.exec(stdout)?.[0]) : 0;
  if (version >= row!.server) return;
  throw new NotRunnable(`it needs the client programs of Postgres ${row!.server} (pg_dump)`);
}
