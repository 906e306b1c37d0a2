import type { Task, TaskInput, TaskQuery } from './schema.ts';
import type { Change, Found, TaskStore } from './store.ts';

/** Tasks in the memory of the process: quick, and gone when it ends. */
export class MemoryTaskStore implements TaskStore {
  readonly #items = new Map<number, Task>();
  readonly #idsByKey = new Map<string, number>();
  #lastId = 0;

  async insert(input: TaskInput): Promise<Task | 'taken'> {
    if (this.#idsByKey.has(input.title)) return 'taken';
    const now = new Date().toISOString();
    return this.#keep({ id: ++this.#lastId, ...input, created_at: now, updated_at: now });
  }

  async find(id: number): Promise<Task | undefined> {
    return this.#items.get(id);
  }

  async list(query: TaskQuery): Promise<Found> {
    const { limit, offset, sort, ...filters } = query;
    const wanted = Object.entries(filters) as [keyof Task, unknown][];
    const found = [...this.#items.values()]
      .filter((item) => wanted.every(([name, value]) => item[name] === value))
      .toSorted(inOrderOf(sort));
    return { items: found.slice(offset, offset + limit), total: found.length };
  }

  async update(id: number, change: Change): Promise<Task | 'taken' | undefined> {
    const item = this.#items.get(id);
    if (!item) return undefined;
    const input = change(item);
    if (input === item) return item;
    if ((this.#idsByKey.get(input.title) ?? id) !== id) return 'taken';
    this.#idsByKey.delete(item.title);
    return this.#keep({ ...item, ...input, updated_at: new Date().toISOString() });
  }

  async remove(id: number): Promise<boolean> {
    const item = this.#items.get(id);
    if (item) this.#idsByKey.delete(item.title);
    return this.#items.delete(id);
  }

  #keep(item: Task): Task {
    this.#items.set(item.id, item);
    this.#idsByKey.set(item.title, item.id);
    return item;
  }
}

type Sort = TaskQuery['sort'];
type Compare = (a: Task, b: Task) => number;

function inOrderOf(sort: Sort): Compare {
  const direction = sort.startsWith('-') ? -1 : 1;
  const name = sort.replace('-', '') as keyof Task;
  return (a, b) => direction * compare(a[name], b[name]) || a.id - b.id;
}

/** Texts by code point, as databases do; `<` goes by the units of UTF-16 and misplaces emoji. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
