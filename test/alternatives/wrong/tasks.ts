import { Refusal, type Fault, type Result } from './result.ts';

type Json = Record<string, unknown>;
interface Task extends Json {
  id: number;
  title: string;
  completed: boolean;
}

const sorts = ['id', 'created_at', 'updated_at', 'title', 'priority'];
const fields: Record<string, (value: unknown) => boolean> = {
  title: (value) => typeof value === 'string' && isTitle(value),
  priority: (value) => [1, 2, 3, 4, 5].includes(value as number),
  completed: (value) => typeof value === 'boolean',
};
const parameters: Record<string, (text: unknown) => boolean> = {
  limit: (text) => isCount(text) && Number(text) >= 1 && Number(text) <= 100,
  offset: isCount,
  sort: (text) => sorts.some((name) => text === name || text === `-${name}`),
  title: () => true,
  completed: (text) => text === 'true' || text === 'false',
};

/** The tasks, with the faults that server.ts lists. */
export class Tasks {
  #all: Task[] = [];

  page(query: Record<string, string>): object {
    mustPass(query, parameters, '/query');
    const { limit = '20', offset = '0', sort = 'id', title, completed } = query;
    const found = this.#all
      .filter((task) => title === undefined || task.title === title)
      .filter((task) => completed === undefined || String(task.completed) === completed)
      .toSorted(inOrder(sort));
    const items = found.slice(Number(offset), Number(offset) + Number(limit));
    return { items, total: found.length, limit: Number(limit), offset: Number(offset) };
  }

  create(body: unknown): Task {
    const input = inputOf(body, ['title']);
    this.#mustBeFree(String(input['title']), 0);
    // ids-are-not-reused: the greatest id may have been deleted.
    const id = 1 + Math.max(0, ...this.#all.map((task) => task.id));
    const now = new Date().toISOString();
    const task = { id, priority: 3, completed: false, ...input, created_at: now, updated_at: now };
    this.#all.push(task as unknown as Task);
    return task as unknown as Task;
  }

  find(id: number): Task {
    const task = this.#all.find((found) => found.id === id);
    if (task === undefined) throw new Refusal(404);
    return task;
  }

  replace(id: number, body: unknown): Task {
    const task = this.find(id);
    // put-resets-what-is-absent: what was not sent stays.
    const input = { completed: false, ...inputOf(body, ['title']) };
    this.#mustBeFree(String((input as Json)['title']), id);
    return change(task, input);
  }

  amend(id: number, body: unknown): Task {
    // taken-key-is-409-for-patch: nobody asks whether the title is free.
    return change(this.find(id), inputOf(body, []));
  }

  remove(id: number): Result {
    // delete-twice-is-404: nobody looks whether there was something.
    this.#all = this.#all.filter((task) => task.id !== id);
    return { status: 204 };
  }

  #mustBeFree(title: string, owner: number): void {
    if (this.#all.some((task) => task.title === title && task.id !== owner)) throw new Refusal(409);
  }
}

function change(task: Task, input: Json): Task {
  // harmless-repeat-is-fine: a closed task refuses even what would change nothing.
  if (task.completed && input['completed'] !== false) throw new Refusal(409);
  return Object.assign(task, input, { updated_at: new Date().toISOString() });
}

function inputOf(body: unknown, required: readonly string[]): Json {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!isObject) throw new Refusal(422, [{ pointer: '/body', detail: 'must be an object' }]);
  const absent = Object.fromEntries(required.map((name) => [name, undefined]));
  mustPass({ ...absent, ...body }, fields, '/body');
  const { title, ...input } = body as Json;
  return title === undefined ? input : { ...input, title: String(title).trim() };
}

function mustPass(values: Json, tests: typeof fields, root: string): void {
  const wrong = Object.entries(values).filter(
    ([name, value]) => !Object.hasOwn(tests, name) || !tests[name]!(value),
  );
  const errors: Fault[] = wrong.map(([name]) => ({
    pointer: `${root}/${name}`,
    detail: 'is wrong',
  }));
  if (errors.length > 0) throw new Refusal(422, errors);
}

function isTitle(text: string): boolean {
  // blank-text-is-refused: measured before it is trimmed.
  const length = [...text].length;
  return length >= 1 && length <= 200 && text.isWellFormed() && !text.includes('\0');
}

function isCount(text: unknown): boolean {
  return /^(0|[1-9]\d{0,14})$/.test(String(text));
}

function inOrder(sort: string): (a: Task, b: Task) => number {
  const name = sort.replace('-', '');
  const sign = sort === name ? 1 : -1;
  return (a, b) => sign * compare(a[name], b[name]) || a.id - b.id;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number') return a - Number(b);
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
