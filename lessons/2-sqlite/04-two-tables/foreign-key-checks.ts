import type { Check, Question } from '../../../src/checker/check.ts';
import { DatabaseFile, quoted } from '../../../src/checker/database/database-file.ts';
import * as expect from '../../../src/checker/expect.ts';
import { givenComment } from '../comments.ts';

/** The checks of what ties a comment to its item in the database. */
export const foreignKeyChecks: readonly Check[] = [
  {
    id: 'comments-are-tied',
    title: 'the database knows that a comment belongs to {an item} (FOREIGN KEY)',
    likely: 'the column holds a number that means something to the code alone: add REFERENCES',
    needs: ['start'],
    until: 2,
    run: async (question) => {
      const { api, resource, service } = question;
      await givenComment(api, (await api.given()).id);
      await DatabaseFile.within(service.data, (file) => {
        const item = file.itemTable(resource);
        const [below] = file.tablesBelow(item);
        const expected = `a table with a FOREIGN KEY to ${item.name}`;
        expect.that(below !== undefined, expected, undefined, 'there is none');
        const sql = `UPDATE ${quoted(below!.name)} SET ${quoted(below!.link)} = 999999999`;
        const objection = file.objectionTo(sql);
        expect.that(
          objection !== null,
          'the database refuses a comment on nothing',
          undefined,
          sql,
        );
      });
    },
  },
  {
    id: 'comments-go-with-their-item',
    title: 'deleting {an item} deletes its comments, and no others',
    likely: {
      500: 'the foreign key forbids the deletion: ON DELETE CASCADE is missing',
      else: 'SQLite looks at foreign keys only after PRAGMA foreign_keys = ON, on each connection',
    },
    needs: ['start'],
    until: 2,
    run: async (question) => {
      const { api } = question;
      const [kept, gone] = [await api.given(), await api.given()];
      for (const { id } of [kept, gone, gone]) await givenComment(api, id);
      const before = await commentRows(question);
      expect.status(await api.delete(api.item(gone.id)), 204);
      const left = await commentRows(question);
      const got = `${before - left} of them are gone from the table`;
      expect.that(left === before - 2, 'exactly its two comments go with it', undefined, got);
    },
  },
];

/** How many comments stand in the database, whether an item leads to them or not. */
function commentRows({ resource, service }: Question): Promise<number> {
  return DatabaseFile.within(service.data, (file) => {
    const [below] = file.tablesBelow(file.itemTable(resource));
    if (below === undefined) return 0;
    return Number(file.rows(`SELECT count(*) AS total FROM ${quoted(below.name)}`)[0]!['total']);
  });
}
