import { appendFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, Question } from '../../../src/checker/check.ts';
import { DatabaseFile, quoted } from '../../../src/checker/database/database-file.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { lastWords } from '../../../src/checker/service/run-command.ts';
import type { ProjectCopy } from '../../../src/checker/service/project-copy.ts';
import { commentsOf } from '../comments.ts';
import { askable } from '../further-service.ts';

/** Where a project has its migrations, one file a step, in the order of their names. */
const FOLDER = 'migrations';

/** The checks of a file that is older than the code. They ask a copy of the project. */
export const historyChecks: readonly Check[] = [
  {
    id: 'old-files-learn-the-new',
    title: 'a file with data from before the latest migration gets what is new, and keeps its data',
    likely: 'what is new was written into a migration that has already run: old files never see it',
    needs: ['start', 'project'],
    until: 2,
    seconds: 30,
    run: async (question) => {
      const { copy, DATABASE_PATH, steps } = await copyWithSteps(question);
      const [first, ...later] = steps;
      for (const step of later) await rename(stepPath(copy, step), join(copy.folder, step));
      await mustMigrate(copy, DATABASE_PATH, `with ${first} alone`);
      const id = await insertBehind(question, DATABASE_PATH);
      for (const step of later) await rename(join(copy.folder, step), stepPath(copy, step));
      await mustMigrate(copy, DATABASE_PATH, `with ${later.join(' and ')} added`);
      const { api } = askable(question, await copy.launch({ DATABASE_PATH }));
      expect.status(await api.get(api.item(id)), 200, 'the item from before is still there');
      const answer = await api.get(commentsOf(api, id));
      expect.status(answer, 200, 'its comments, which are new');
    },
  },
  {
    id: 'edited-migrations-are-noticed',
    title: 'a migration that was edited after it ran is refused',
    likely: 'only the names of what has run are written down: old and new files drift apart unseen',
    needs: ['start', 'project'],
    until: 2,
    run: async (question) => {
      const { copy, DATABASE_PATH, steps } = await copyWithSteps(question);
      await mustMigrate(copy, DATABASE_PATH, 'the first time');
      await appendFile(stepPath(copy, steps[0]!), '\nCREATE TABLE afterthought (id INTEGER);\n');
      const result = await copy.migrate({ DATABASE_PATH });
      const expected = `after an edit of ${steps[0]} the migrate command ends, not with exit code 0`;
      expect.that(
        result!.exitCode !== 0,
        expected,
        undefined,
        `exit code 0: ${lastWords(result!)}`,
      );
    },
  },
];

async function copyWithSteps({ service }: Question) {
  const copy = await service.copyProject();
  const names = await readdir(join(copy.folder, FOLDER)).catch(() => []);
  const steps = names.filter((name) => /^\d+.*\.sql$/.test(name)).sort();
  if (steps.length < 2) {
    throw new NotRunnable(`it looks for two or more numbered files of SQL in ${FOLDER}`);
  }
  return { copy, steps, DATABASE_PATH: join(await service.scratch(), 'old.sqlite') };
}

function stepPath({ folder }: ProjectCopy, step: string): string {
  return join(folder, FOLDER, step);
}

async function mustMigrate(copy: ProjectCopy, DATABASE_PATH: string, when: string): Promise<void> {
  const result = await copy.migrate({ DATABASE_PATH });
  if (result === null) throw new NotRunnable('it runs the migrate command, and there is none');
  const expected = `the migrate command ends with exit code 0 ${when}`;
  const got = `exit code ${result.exitCode}: ${lastWords(result)}`;
  expect.that(result.exitCode === 0, expected, undefined, got);
}

/** Stores an item without the service, which does not start while a migration is missing. */
function insertBehind({ resource, items }: Question, DATABASE_PATH: string): Promise<number> {
  const now = new Date().toISOString();
  const times = { created_at: now, updated_at: now };
  const values = { ...items.stored(items.minimal()), ...times };
  return DatabaseFile.within({ DATABASE_PATH }, (file) => {
    const { name } = file.itemTable(resource);
    const columns = Object.keys(values).map(quoted).join(', ');
    const places = Object.keys(values).map(() => '?');
    const sql = `INSERT INTO ${quoted(name)} (${columns}) VALUES (${places.join(', ')}) RETURNING id`;
    return Number(file.rows(sql, ...Object.values(values).map(stored))[0]!['id']);
  });
}

/** SQLite has no booleans. */
function stored(value: unknown): string | number | null {
  return typeof value === 'boolean' ? Number(value) : (value as string | number | null);
}
