import { Problem } from './problem.ts';
import { readQuery, type TaskQuery } from './query.ts';
import { validate, type TaskFields } from './validate.ts';

interface Task extends TaskFields {
  id: number;
  created_at: string;
  updated_at: string;
}

interface TaskAnswer {
  status: number;
  json?: unknown;
  headers?: Record<string, string>;
}

const PATH = '/api/v1/tasks';
const tasks = new Map<number, Task>();
let lastId = 0;

/** Answers every request below `/api/v1/tasks`, and refuses all others. */
export async function answerTasks(
  method: string,
  path: string,
  query: URLSearchParams,
  body: () => Promise<unknown>,
): Promise<TaskAnswer> {
  if (path === PATH) return answerList(method, query, body);
  const id = /^\/api\/v1\/tasks\/([1-9]\d{0,14})$/.exec(path)?.[1];
  if (id === undefined) throw new Problem(404);
  return answerItem(method, Number(id), body);
}

async function answerList(
  method: string,
  query: URLSearchParams,
  body: () => Promise<unknown>,
): Promise<TaskAnswer> {
  if (method === 'GET') return { status: 200, json: pageOf(readQuery(query)) };
  if (method !== 'POST') return otherMethod(method, 'GET, HEAD, OPTIONS, POST');
  const fields = complete(validate(await body(), ['title']));
  mustBeFree(fields.title, 0);
  const now = new Date().toISOString();
  const task = { id: ++lastId, ...fields, created_at: now, updated_at: now };
  tasks.set(task.id, task);
  return { status: 201, json: task, headers: { Location: `${PATH}/${task.id}` } };
}

async function answerItem(
  method: string,
  id: number,
  body: () => Promise<unknown>,
): Promise<TaskAnswer> {
  if (!['GET', 'PUT', 'PATCH', 'DELETE'].includes(method)) {
    return otherMethod(method, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT');
  }
  if (!tasks.has(id)) throw new Problem(404);
  if (method === 'GET') return { status: 200, json: tasks.get(id) };
  if (method === 'DELETE') {
    tasks.delete(id);
    return { status: 204 };
  }
  const sent = validate(await body(), method === 'PUT' ? ['title'] : []);
  const task = tasks.get(id);
  if (task === undefined) throw new Problem(404);
  return { status: 200, json: change(task, method === 'PUT' ? complete(sent) : sent) };
}

function change(task: Task, fields: Partial<TaskFields>): Task {
  const wanted = { ...task, ...fields };
  const isSame = Object.entries(fields).every(([name, value]) => task[name as 'title'] === value);
  if (isSame) return task;
  if (task.completed && wanted.completed) throw new Problem(409);
  mustBeFree(wanted.title, task.id);
  wanted.updated_at = new Date().toISOString();
  tasks.set(task.id, wanted);
  return wanted;
}

function pageOf({ limit, offset, sort, ...filters }: TaskQuery): object {
  const field = sort.replace('-', '') as keyof Task;
  const direction = sort.startsWith('-') ? -1 : 1;
  const found = [...tasks.values()]
    .filter((task) =>
      Object.entries(filters).every(([name, value]) => task[name as 'title'] === value),
    )
    .sort((a, b) => direction * order(a[field], b[field]) || a.id - b.id);
  return { items: found.slice(offset, offset + limit), total: found.length, limit, offset };
}

function order(a: unknown, b: unknown): number {
  if (typeof a === 'number') return a - (b as number);
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function complete(fields: Partial<TaskFields>): TaskFields {
  return { title: '', priority: 3, completed: false, ...fields };
}

function mustBeFree(title: string, owner: number): void {
  for (const task of tasks.values()) {
    if (task.title === title && task.id !== owner) throw new Problem(409);
  }
}

function otherMethod(method: string, allow: string): TaskAnswer {
  if (method === 'OPTIONS') return { status: 204, headers: { Allow: allow } };
  throw new Problem(405, undefined, { Allow: allow });
}
