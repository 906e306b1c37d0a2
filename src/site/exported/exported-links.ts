import type { Links } from '../links.ts';
import { folderOf, type Variant } from './variant.ts';

/**
 * Where the pages of an exported site are, as one of them sees it: by relative addresses with the
 * names of files, so that the site works below any address, and from a folder too.
 * @param page path of the page in the site, e.g. `typescript/in-memory/gate.html`
 */
export function exportedLinks(page: string, variant: Variant): Links {
  const root = rootFrom(page);
  const own = `${root}${folderOf(variant)}`;
  return {
    map: `${own}/index.html`,
    diary: null,
    assets: { style: `${root}site.css`, script: `${root}site.js`, isServed: false },
    lesson: (stage, id) => `${own}/${stage.id}/${id}.html`,
    gate: ({ id }) => `${own}/${id}/gate.html`,
    changes: ({ id }) => `${own}/${id}/changes.html`,
  };
}

/** From a page to the top of the site, e.g. `../../`. */
export function rootFrom(page: string): string {
  return '../'.repeat(page.split('/').length - 1);
}
