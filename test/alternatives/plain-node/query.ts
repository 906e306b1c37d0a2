import { Problem, type Fault } from './problem.ts';

export interface TaskQuery {
  limit: number;
  offset: number;
  sort: string;
  title?: string;
  completed?: boolean;
}

const sorts = new Set(['id', 'created_at', 'updated_at', 'title', 'priority']);
const readers: Record<string, (text: string) => unknown> = {
  limit: (text) => wholeNumber(text, 1, 100),
  offset: (text) => wholeNumber(text, 0, Number.MAX_SAFE_INTEGER),
  sort: (text) => (sorts.has(text.replace(/^-/, '')) ? text : undefined),
  title: (text) => text.trim(),
  completed: (text) => ({ true: true, false: false })[text],
};

/** Reads the query of the list. */
export function readQuery(parameters: URLSearchParams): TaskQuery {
  const query: Record<string, unknown> = { limit: 20, offset: 0, sort: 'id' };
  const faults: Fault[] = [];
  for (const name of new Set(parameters.keys())) {
    const texts = parameters.getAll(name);
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    const value = texts.length === 1 ? read?.(texts[0]!) : undefined;
    if (value === undefined) faults.push({ pointer: `/query/${name}`, detail: 'is not allowed' });
    query[name] = value;
  }
  if (faults.length > 0) throw new Problem(422, faults);
  return query as unknown as TaskQuery;
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = Number(text);
  return /^(0|[1-9]\d*)$/.test(text) && number >= least && number <= most ? number : undefined;
}
