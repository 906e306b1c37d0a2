/** The resource as the tests see it: its address, valid values, and values to be refused. */
export const path = '/api/v1/tasks';

/** The natural key: no two have the same. */
export const key = 'title';

/** The field that closes one. */
export const closes = 'completed';

export const example = {
  title: 'Water the plants',
  priority: 2,
  completed: false,
};

/** Valid, and not closed; each `n` below 28 has a natural key of its own. */
export function sample(n = 0) {
  return { ...example, title: n.toString(36).padStart(1, '0') };
}

/** The fields without which there is none. */
export const required = ['title'];

/** What an absent field becomes. */
export const defaults = {
  priority: 3,
  completed: false,
};

/** Values that no field of this name accepts. */
export const invalid: Record<string, unknown[]> = {
  title: [null, 5, true, ' ', {}, []],
  priority: [null, '5', true, 1.5, 0, 6, {}, []],
  completed: [null, 'true', 1, {}, []],
};

interface Limits {
  min: number;
  max: number;
}

/** The fields of free text, with their limits in code points. */
export const texts: Record<string, Limits> = { title: { min: 1, max: 200 } };

/** Every field that a list can be sorted by, without the server's own. */
export const sorts = ['title', 'priority'];
