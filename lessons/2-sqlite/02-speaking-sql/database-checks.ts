import type { Check, Question } from '../../../src/checker/check.ts';
import { DatabaseFile, quoted, type Table } from '../../../src/checker/database/database-file.ts';
import * as expect from '../../../src/checker/expect.ts';
import { beyondBounds, type BadValue } from './bad-values.ts';

/** The checks of the rules that stand in the database, where no forgotten line of code passes. */
export const databaseChecks: readonly Check[] = [
  {
    id: 'database-refuses-nothing-at-all',
    title: 'the database itself refuses NULL in a field that may not be null',
    likely: 'NOT NULL is missing: the next program that writes here knows no schema of ours',
    needs: ['start'],
    until: 2,
    run: (question) => {
      const needed = question.resource.fields.filter(({ nullable }) => !nullable);
      return mustRefuse(
        question,
        needed.map(({ name }) => ({ column: name, value: null })),
      );
    },
  },
  {
    id: 'database-refuses-what-is-out-of-bounds',
    title: 'the database itself refuses values outside the bounds (CHECK)',
    likely: 'the bounds stand in the code alone; a CHECK holds for every program that writes',
    needs: ['start'],
    until: 2,
    run: (question) => mustRefuse(question, beyondBounds(question.resource)),
  },
  {
    id: 'database-refuses-twins',
    title: 'the database itself refuses a second {item} with the same {key} (UNIQUE)',
    likely: 'only the code asks whether the key is taken: two at once both hear no',
    needs: ['start'],
    until: 2,
    run: async (question) => {
      const { api, resource, service } = question;
      const { name } = resource.key;
      const taken = await api.given();
      const { id } = await api.given();
      await DatabaseFile.within(service.data, (file) => {
        const change = { column: name, value: String(taken[name]) };
        refuseOne(file, file.itemTable(resource), change, id);
      });
    },
  },
];

async function mustRefuse(question: Question, values: readonly BadValue[]): Promise<void> {
  const { api, resource, service } = question;
  const { id } = await api.given();
  await DatabaseFile.within(service.data, (file) => {
    const table = file.itemTable(resource);
    for (const value of values) refuseOne(file, table, value, id);
  });
}

function refuseOne(file: DatabaseFile, table: Table, { column, value }: BadValue, id: unknown) {
  const sql = `UPDATE ${quoted(table.name)} SET ${quoted(column)} = ? WHERE id = ?`;
  const objection = file.objectionTo(sql, value, Number(id));
  const expected = `the database refuses ${column} = ${expect.show(value)}`;
  expect.that(objection !== null, expected, undefined, `it takes it: ${sql}`);
}
