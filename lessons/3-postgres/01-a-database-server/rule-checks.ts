import type { Check, Question } from '../../../src/checker/check.ts';
import { ServerTables } from '../../../src/checker/database/server-tables.ts';
import * as expect from '../../../src/checker/expect.ts';
import { givenComment } from '../../2-sqlite/comments.ts';
import { beyondBounds } from '../../2-sqlite/02-speaking-sql/bad-values.ts';
import { mainService } from '../another-service.ts';

/** The checks of what stood in the file of the stage before, and is to stand on the server too. */
export const ruleChecks: readonly Check[] = [
  {
    id: 'server-keeps-the-rules',
    title: 'the database on the server refuses NULL, what is out of bounds, and twins',
    likely: 'the new migrations have the columns of the old ones, and not all of their rules',
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const { api, resource } = question;
      const tables = await tablesOf(question);
      const [{ id }, other] = [await api.given(), await api.given()];
      const values = [
        ...resource.fields
          .filter(({ nullable }) => !nullable)
          .map(({ name }) => ({ column: name, value: null })),
        ...beyondBounds(resource),
        { column: resource.key.name, value: String(other[resource.key.name]) },
      ];
      for (const { column, value } of values) {
        const isRefused = (await tables.objectionTo(column, value, id)) !== null;
        const expected = `the database refuses ${column} = ${expect.show(value)}`;
        expect.that(isRefused, expected, undefined, `${tables.items} takes it`);
      }
    },
  },
  {
    id: 'server-ties-comments',
    title: 'deleting {an item} on the server deletes its comments, and no others',
    likely: {
      500: 'the foreign key forbids the deletion: ON DELETE CASCADE is missing',
      else: 'nothing in the database says that a comment belongs to {an item}: REFERENCES is missing',
    },
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const { api } = question;
      const tables = await tablesOf(question);
      const [kept, gone] = [await api.given(), await api.given()];
      for (const { id } of [kept, gone, gone]) await givenComment(api, id);
      const [link] = await tables.links();
      const expected = `a table with a FOREIGN KEY to ${tables.items}`;
      expect.that(link !== undefined, expected, undefined, 'there is none');
      const before = await tables.count(link!.table);
      expect.status(await api.delete(api.item(gone.id)), 204);
      const less = before - (await tables.count(link!.table));
      expect.same(less, 2, `how many rows of ${link!.table} go with it`);
    },
  },
  {
    id: 'server-has-indexes',
    title: 'the server finds items by each filter, and comments by their {item}, through an index',
    likely: 'an index was left behind with the old file, or never made: every row is read',
    needs: ['start', 'real-postgres'],
    run: async (question) => {
      const tables = await tablesOf(question);
      await question.api.given();
      const filters = question.resource.fields.filter(({ isFilter }) => isFilter);
      const columns = filters.map(({ name }) => ({ table: tables.items, column: `"${name}"` }));
      for (const { table, column } of [...columns, ...(await tables.links())]) {
        const isFound = await tables.findsByIndex(table, column);
        expect.that(isFound, `an index on ${column} of ${table}`, undefined, 'it reads all rows');
      }
    },
  },
];

function tablesOf(question: Question): Promise<ServerTables> {
  return ServerTables.of(mainService(question).database, question.resource);
}
