import { z } from 'zod';
import * as field from '../http/fields.ts';
import * as parameter from '../http/parameters.ts';

const fields = {
  isbn: field.text(10, 17),
  title: field.text(1, 300),
  author: field.text(1, 200),
  pages: z.int().min(1).max(5000).nullable(),
  retired: z.boolean(),
};

/** All that POST and PUT take. Unknown fields are refused, absent ones get their defaults. */
export const BookInput = z
  .strictObject({
    ...fields,
    pages: fields.pages.default(null),
    retired: fields.retired.default(false),
  })
  .meta({ id: 'BookInput' });

/** What PATCH takes: any of the fields, and no defaults, so that what is absent stays as it is. */
export const BookPatch = z.strictObject(fields).exactPartial().meta({ id: 'BookPatch' });

/** As it is stored; the id and the times belong to the server. */
export const Book = z
  .object({
    id: z.int().min(1),
    ...fields,
    comment_count: z.int().min(0),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'Book' });

/** Many at once. */
export const BookImport = z
  .strictObject({ items: z.array(BookInput).min(1).max(100) })
  .meta({ id: 'BookImport' });

/** How many were imported. */
export const BookImported = z.object({ imported: z.int().min(1) }).meta({ id: 'BookImported' });

/** The query of the list: a page, an order, filters. */
export const BookQuery = z.strictObject({
  limit: parameter.limit,
  offset: parameter.offset,
  sort: parameter.sortBy('id', 'created_at', 'updated_at', 'isbn'),
  isbn: field.text().exactOptional(),
  retired: parameter.flag.exactOptional(),
});

export const BookPage = parameter.pageOf(Book).meta({ id: 'BookPage' });

export type BookInput = z.output<typeof BookInput>;
export type BookPatch = z.output<typeof BookPatch>;
export type Book = z.output<typeof Book>;
export type BookQuery = z.output<typeof BookQuery>;
