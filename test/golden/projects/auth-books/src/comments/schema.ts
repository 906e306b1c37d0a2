import { z } from 'zod';
import * as field from '../http/fields.ts';
import * as parameter from '../http/parameters.ts';

const body = field.text(1, 2000);

export const CommentInput = z.strictObject({ body }).meta({ id: 'CommentInput' });

export const Comment = z
  .object({ id: z.int().min(1), body, created_at: z.iso.datetime() })
  .meta({ id: 'Comment' });

export const CommentQuery = z.strictObject({
  limit: parameter.limit,
  offset: parameter.offset,
  sort: parameter.sortBy('id', 'created_at'),
});

export const CommentPage = parameter.pageOf(Comment).meta({ id: 'CommentPage' });

export type CommentInput = z.output<typeof CommentInput>;
export type Comment = z.output<typeof Comment>;
export type CommentQuery = z.output<typeof CommentQuery>;
