import type { Task, TaskInput, TaskQuery } from './schema.ts';

/** What the service asks of a store. Every method is all or nothing, also when calls overlap. */
export interface TaskStore {
  /** Only a store can tell `taken` (another has the title) without a race. */
  insert(input: TaskInput): Promise<Task | 'taken'>;

  find(id: number): Promise<Task | undefined>;
  list(query: TaskQuery): Promise<Found>;
  /**
   * Replaces the stored item by what `change` makes of it; the same object back means no change.
   * What `change` throws is passed on, and nothing is stored.
   */
  update(id: number, change: Change): Promise<Task | 'taken' | undefined>;
  /** False where there was nothing to remove. */
  remove(id: number): Promise<boolean>;
}

/** A page, and how many there are on all pages. */
export interface Found {
  items: Task[];
  total: number;
}

export type Change = (item: Task) => TaskInput;
