import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, Question } from '../../../src/checker/check.ts';
import { withConnection } from '../../../src/checker/database/sql.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { newPerson } from '../../../src/checker/people/person.ts';
import type { Settings } from '../../../src/checker/service/control.ts';
import type { ProjectCopy } from '../../../src/checker/service/project-copy.ts';
import type { Input } from '../../../src/checker/values/items.ts';

/** Where a project has its migrations, one file a step, in the order of their names. */
const FOLDER = 'migrations';

/** What there was before there were users: rows that nobody has made. */
export const earlierRowsCheck: Check = {
  id: 'earlier-rows-find-an-owner',
  title: '{items} from before there were users belong to the first admin, and to nobody else',
  likely: {
    201: 'the rows from before have no owner: make-admin changes the role, and takes over no rows',
    else: 'the rows from before were lost, or fell to somebody else than the first admin',
  },
  needs: ['start', 'project', 'admin'],
  seconds: 30,
  run: async (question) => {
    const { input, id, data } = await dataFromBefore(question);
    const { start, service } = await question.service.launchBeside(data);
    if (start.end !== 'ready')
      throw new NotRunnable(`it starts on older data, and is ${start.end}`);
    // Whoever asks first through this one is registered and made an admin.
    const admin = question.api.at(service.address);
    const { api: user } = await newPerson(admin.as([]));
    expect.status(await user.get(user.item(id)), 404, 'for a user');
    expect.status(await admin.get(admin.item(id)), 200, 'for the first admin');
    const { name } = question.resource.key;
    const again = await admin.post(admin.list, input);
    expect.status(again, 409, `the first admin has one with this ${name} already`);
    expect.status(await user.post(user.list, input), 201, 'for a user, who has none');
  },
};

/** A database that was migrated to its first step, got an item, and was then brought up to date. */
async function dataFromBefore(question: Question) {
  const { service, items } = question;
  const { settings: data } = await service.unmigrated();
  const copy = await service.copyProject();
  await removeLaterSteps(copy);
  await mustMigrate(copy.migrate(data), 'the first step');
  const input = items.valid();
  const id = await insertBehind(question, data, items.stored(input));
  await mustMigrate(service.migrate(data), 'all steps');
  return { data, input, id };
}

async function removeLaterSteps({ folder }: ProjectCopy): Promise<void> {
  const names = await readdir(join(folder, FOLDER)).catch(() => []);
  const [, ...later] = names.filter((name) => /^\d+.*\.sql$/.test(name)).sort();
  if (later.length === 0) {
    throw new NotRunnable(`it looks for two or more numbered files of SQL in ${FOLDER}`);
  }
  for (const name of later) await rename(join(folder, FOLDER, name), join(folder, name));
}

async function mustMigrate(migration: ReturnType<ProjectCopy['migrate']>, what: string) {
  const isDone = (await migration)?.exitCode === 0;
  if (!isDone) throw new NotRunnable(`it migrates a database by ${what}, which does not work`);
}

/** Stores an item without the service; a field that a later step brings has its default there. */
function insertBehind({ resource }: Question, { DATABASE_URL }: Settings, item: Input) {
  return withConnection(DATABASE_URL!, async (connection) => {
    const names = resource.fields.map(({ name }) => name);
    const [table] = await connection.query<{ name: string; columns: string[] }>(
      `SELECT quote_ident(table_name) AS name, array_agg(column_name::text) AS columns
       FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = ANY ($1)
       GROUP BY table_name HAVING $2 = ANY (array_agg(column_name::text))
       ORDER BY count(*) DESC LIMIT 1`,
      [names, resource.key.name],
    );
    if (table === undefined)
      throw new NotRunnable('it looks for a table that the first step makes');
    const { name, columns } = table;
    const places = columns.map((_, at) => `$${at + 1}`).join(', ');
    const insert = `INSERT INTO ${name} ("${columns.join('", "')}") VALUES (${places}) RETURNING id`;
    const values = columns.map((column) => item[column]);
    const [row] = await connection.query(insert, values);
    return row!['id'];
  });
}
