import type { Check, Question } from '../../../src/checker/check.ts';
import { DatabaseFile } from '../../../src/checker/database/database-file.ts';
import * as expect from '../../../src/checker/expect.ts';
import { fieldsThat } from '../../../src/checker/fields.ts';

/** Lesson 05: the database does not read 50,000 rows to find one. */
export const checks: readonly Check[] = [
  {
    id: 'key-has-an-index',
    title: 'the database finds {an item} by its {key} through an index',
    likely:
      'the column is not indexed, or its index compares otherwise than the query: every row is read',
    needs: ['start'],
    until: 2,
    run: (question) => mustFindFast(question, [question.resource.key.name]),
  },
  {
    id: 'filters-have-indexes',
    title: 'the database finds items by each filter through an index',
    likely: 'a filter came later, and its index did not: EXPLAIN QUERY PLAN says SCAN',
    needs: ['start'],
    until: 2,
    run: (question) => {
      const filters = fieldsThat(
        question.resource,
        'filters beside the natural key',
        ({ isFilter, unique }) => isFilter && !unique,
      );
      return mustFindFast(
        question,
        filters.map(({ name }) => name),
      );
    },
  },
  {
    id: 'comments-have-an-index',
    title: 'the database finds the comments of {an item} through an index',
    likely: 'a foreign key has no index of its own: each DELETE and each count reads all comments',
    needs: ['start'],
    until: 2,
    run: ({ resource, service }) =>
      DatabaseFile.within(service.data, (file) => {
        for (const below of file.tablesBelow(file.itemTable(resource))) {
          const expected = `an index that begins with ${below.link} of ${below.name}`;
          expect.that(
            file.findsByIndex(below, below.link),
            expected,
            undefined,
            'it reads all rows',
          );
        }
      }),
  },
];

function mustFindFast({ resource, service }: Question, columns: readonly string[]): Promise<void> {
  return DatabaseFile.within(service.data, (file) => {
    const table = file.itemTable(resource);
    for (const column of columns) {
      const expected = `an index that begins with ${column} of ${table.name}`;
      expect.that(file.findsByIndex(table, column), expected, undefined, 'it reads all rows');
    }
  });
}
