/** The resource as the tests see it: its address, valid values, and values to be refused. */
export const path = '/api/v1/books';

/** The natural key: no two have the same. */
export const key = 'isbn';

/** The field that closes one. */
export const closes = 'retired';

export const example = {
  isbn: '978-0-00-000002-4',
  title: 'The Patient Gardener',
  author: 'Ines Okafor',
  pages: 212,
  retired: false,
};

/** Valid, and not closed; each `n` below 28 has a natural key of its own. */
export function sample(n = 0) {
  return { ...example, isbn: n.toString(36).padStart(10, '0') };
}

/** The fields without which there is none. */
export const required = ['isbn', 'title', 'author'];

/** What an absent field becomes. */
export const defaults = {
  pages: null,
  retired: false,
};

/** Values that no field of this name accepts. */
export const invalid: Record<string, unknown[]> = {
  isbn: [null, 5, true, ' ', {}, []],
  title: [null, 5, true, ' ', {}, []],
  author: [null, 5, true, ' ', {}, []],
  pages: ['5', true, 1.5, 0, 5001, {}, []],
  retired: [null, 'true', 1, {}, []],
};

interface Limits {
  min: number;
  max: number;
}

/** The fields of free text, with their limits in code points. */
export const texts: Record<string, Limits> = {
  isbn: { min: 10, max: 17 },
  title: { min: 1, max: 300 },
  author: { min: 1, max: 200 },
};

/** Every field that a list can be sorted by, without the server's own. */
export const sorts = ['isbn'];

/** Every field that a list can be filtered by. */
export const filters = ['isbn', 'retired'];
