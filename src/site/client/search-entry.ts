/** A page that can be found, as the index keeps it. */
export interface SearchEntry {
  /** Its address, from the folder of its variant. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Title of its stage. */
  readonly stage: string;
}

/** How the index is made, and read again. */
export const searchOptions = {
  fields: ['title', 'summary', 'text'],
  storeFields: ['title', 'summary', 'stage'],
  searchOptions: { boost: { title: 4, summary: 2 }, prefix: true, fuzzy: 0.15 },
};
