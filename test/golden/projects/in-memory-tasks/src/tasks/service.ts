import { Refusal } from '../errors.ts';
import { TaskInput, type Task, type TaskPatch, type TaskQuery } from './schema.ts';
import type { TaskStore } from './store.ts';

/** What can be done with tasks, whoever asks and wherever they are stored. */
export class TaskService {
  readonly #store: TaskStore;

  constructor(store: TaskStore) {
    this.#store = store;
  }

  async list(query: TaskQuery) {
    const { items, total } = await this.#store.list(query);
    return { items, total, limit: query.limit, offset: query.offset };
  }

  async create(input: TaskInput): Promise<Task> {
    return withFreeKey(await this.#store.insert(input));
  }

  async get(id: number): Promise<Task> {
    return existing(await this.#store.find(id));
  }

  async replace(id: number, input: TaskInput): Promise<Task> {
    const outcome = await this.#store.update(id, (item) => {
      return amend(item, input);
    });
    return existing(withFreeKey(outcome));
  }

  async change(id: number, patch: TaskPatch): Promise<Task> {
    const outcome = await this.#store.update(id, (item) => {
      return amend(item, { ...item, ...patch });
    });
    return existing(withFreeKey(outcome));
  }

  async remove(id: number): Promise<void> {
    const isRemoved = await this.#store.remove(id);
    if (!isRemoved) existing(undefined);
  }
}

function existing(item: Task | undefined): Task {
  if (item) return item;
  throw new Refusal('not-found', 'There is no task with this id.');
}

/** Rule: no two tasks have the same title. */
function withFreeKey<Outcome>(outcome: Outcome | 'taken'): Outcome {
  if (outcome !== 'taken') return outcome;
  throw new Refusal('conflict', 'Another task has this title already.');
}

/** Rule: what is closed is not changed until it is reopened; a harmless repeat is no change. */
function amend(item: Task, wanted: TaskInput): TaskInput {
  const names = Object.keys(TaskInput.shape) as (keyof TaskInput)[];
  if (names.every((name) => item[name] === wanted[name])) return item;
  if (item.completed && wanted.completed) {
    throw new Refusal('conflict', 'This task is closed; reopen it before you change it.');
  }
  return wanted;
}
