import type { Audited } from '../audit/audited.ts';
import type { Caller } from '../auth/caller.ts';
import { Refusal } from '../errors.ts';
import type { Comment, CommentInput, CommentQuery } from './schema.ts';
import type { CommentStore } from './store.ts';

/** What can be done with the comments of one book. */
export class CommentService {
  readonly #stores: Audited<CommentStore>;

  constructor(stores: Audited<CommentStore>) {
    this.#stores = stores;
  }

  async list(itemId: number, query: CommentQuery, caller: Caller) {
    const { items, total } = existing(await this.#stores.reading(caller).list(itemId, query));
    return { items, total, limit: query.limit, offset: query.offset };
  }

  async create(itemId: number, input: CommentInput, caller: Caller): Promise<Comment> {
    return this.#stores.changing(caller, async (store, note) => {
      const comment = existing(await store.insert(itemId, input));
      await note('comments.create', targetOf(itemId, comment.id));
      return comment;
    });
  }

  async remove(itemId: number, id: number, caller: Caller): Promise<void> {
    return this.#stores.changing(caller, async (store, note) => {
      const isRemoved = await store.remove(itemId, id);
      if (!isRemoved) throw new Refusal('not-found', 'There is no such comment here.');
      await note('comments.delete', targetOf(itemId, id));
    });
  }
}

function targetOf(itemId: number, id: number): string {
  return `books/${itemId}/comments/${id}`;
}

function existing<Found>(found: Found | undefined): Found {
  if (found) return found;
  throw new Refusal('not-found', 'There is no book with this id.');
}
