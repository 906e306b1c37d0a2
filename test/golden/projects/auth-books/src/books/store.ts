import type { Book, BookInput, BookQuery } from './schema.ts';

/** What the service asks of a store. Every method is all or nothing, also when calls overlap. */
export interface BookStore {
  /** Only a store can tell `taken` (another has the isbn) without a race. */
  insert(input: BookInput): Promise<Book | 'taken'>;

  find(id: number): Promise<Book | undefined>;
  list(query: BookQuery): Promise<Found>;
  /**
   * Replaces the stored item by what `change` makes of it; the same object back means no change.
   * What `change` throws is passed on, and nothing is stored.
   */
  update(id: number, change: Change): Promise<Book | 'taken' | undefined>;
  /** False where there was nothing to remove; what `check` throws is passed on, too. */
  remove(id: number, check: Check): Promise<boolean>;
}

/** A page, and how many there are on all pages. */
export interface Found {
  items: Book[];
  total: number;
}

export type Change = (item: Book) => BookInput;

/** Throws where the stored item is not the one that a client means. */
export type Check = (item: Book) => void;
