import type { Audited } from '../audit/audited.ts';
import type { Caller } from '../auth/caller.ts';
import { demand } from '../auth/policy.ts';
import { Refusal } from '../errors.ts';
import { BookInput, type Book, type BookPatch, type BookQuery } from './schema.ts';
import type { Change, Check, BookStore } from './store.ts';

/** What can be done with books, whoever asks and wherever they are stored. */
export class BookService {
  readonly #stores: Audited<BookStore>;

  constructor(stores: Audited<BookStore>) {
    this.#stores = stores;
  }

  async list(query: BookQuery, caller: Caller) {
    const { items, total } = await this.#stores.reading(caller).list(query);
    return { items, total, limit: query.limit, offset: query.offset };
  }

  async create(input: BookInput, caller: Caller): Promise<Book> {
    return this.#stores.changing(caller, async (store, note) => {
      const item = withFreeKey(await store.insert(input));
      await note('books.create', `books/${item.id}`);
      return item;
    });
  }

  async createAll(inputs: BookInput[], caller: Caller) {
    return this.#stores.changing(caller, async (store, note) => {
      const outcomes: (Book | 'taken')[] = [];
      for (const input of inputs) outcomes.push(await store.insert(input));
      const targets = withFreeKeys(outcomes).map(({ id }) => `books/${id}`);
      await note('books.create', ...targets);
      return { imported: targets.length };
    });
  }

  async get(id: number, caller: Caller): Promise<Book> {
    return existing(await this.#stores.reading(caller).find(id));
  }

  async replace(id: number, input: BookInput, check: Check, caller: Caller): Promise<Book> {
    return this.#update(id, caller, (item) => {
      check(item);
      return amend(item, input);
    });
  }

  async change(id: number, patch: BookPatch, check: Check, caller: Caller): Promise<Book> {
    return this.#update(id, caller, (item) => {
      check(item);
      return amend(item, { ...item, ...patch });
    });
  }

  async remove(id: number, check: Check, caller: Caller): Promise<void> {
    const isRemoved = await this.#stores.changing(caller, async (store, note) => {
      const isThere = await store.remove(id, check);
      if (isThere) await note('books.delete', `books/${id}`);
      return isThere;
    });
    if (!isRemoved) existing(undefined);
  }

  async #update(id: number, caller: Caller, change: Change): Promise<Book> {
    return this.#stores.changing(caller, async (store, note) => {
      let before: Book | undefined;
      const outcome = await store.update(id, (item) => {
        before = item;
        const wanted = change(item);
        if (reopens(item, wanted)) demand(caller, 'books.reopen');
        return wanted;
      });
      const item = existing(withFreeKey(outcome));
      if (item !== before) await note('books.update', `books/${id}`);
      return item;
    });
  }
}

function existing(item: Book | undefined): Book {
  if (item) return item;
  throw new Refusal('not-found', 'There is no book with this id.');
}

/** Rule: no two books have the same isbn. */
function withFreeKey<Outcome>(outcome: Outcome | 'taken'): Outcome {
  if (outcome !== 'taken') return outcome;
  throw new Refusal('conflict', 'Another book has this isbn already.');
}

function withFreeKeys<Item>(outcomes: (Item | 'taken')[]): Item[] {
  const taken = outcomes.flatMap((outcome, at) => (outcome === 'taken' ? [at] : []));
  if (taken.length === 0) return outcomes as Item[];
  const faults = taken.map((at) => ({ pointer: `/body/items/${at}/isbn`, detail: 'is taken' }));
  throw new Refusal('conflict', 'Nothing is imported: some are taken.', { faults });
}

/** Rule: what is closed is not changed until it is reopened; a harmless repeat is no change. */
function amend(item: Book, wanted: BookInput): BookInput {
  const names = Object.keys(BookInput.shape) as (keyof BookInput)[];
  if (names.every((name) => item[name] === wanted[name])) return item;
  if (item.retired && wanted.retired) {
    throw new Refusal('conflict', 'This book is closed; reopen it before you change it.');
  }
  return wanted;
}

function reopens(item: Book, wanted: BookInput): boolean {
  return item.retired && !wanted.retired;
}
