import type { Comment, CommentInput, CommentQuery } from './schema.ts';

/** What the service asks of a store; `undefined` where there is no book with the id. */
export interface CommentStore {
  insert(itemId: number, input: CommentInput): Promise<Comment | undefined>;
  list(itemId: number, query: CommentQuery): Promise<FoundComments | undefined>;
  /** False where the book has no such comment. */
  remove(itemId: number, id: number): Promise<boolean>;
}

/** A page, and how many there are on all pages. */
export interface FoundComments {
  items: Comment[];
  total: number;
}
