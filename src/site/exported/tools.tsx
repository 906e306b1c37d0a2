import { rootFrom } from './exported-links.ts';
import { folderOf, titleOf, type Variant } from './variant.ts';

interface ToolsProps {
  readonly variant: Variant;
  readonly variants: readonly Variant[];
  /** Path of the page in the folder of its variant. */
  readonly page: string;
}

/** What the bar of an exported page has besides: a field to search in, and the other variants. */
export function Tools({ variant, variants, page }: ToolsProps) {
  const root = rootFrom(`${folderOf(variant)}/${page}`);
  return (
    <>
      <search class="search" data-search={`${root}${folderOf(variant)}/`} data-root={root}>
        <input type="search" placeholder="Search" aria-label="Search the lessons" />
        <ol aria-live="polite" />
      </search>
      <details class="switch">
        <summary>{titleOf(variant)}</summary>
        <ul>
          {variants
            .filter((other) => other !== variant)
            .map((other) => (
              <li>
                <a href={`${root}${folderOf(other)}/${pageIn(other, page)}`}>{titleOf(other)}</a>
              </li>
            ))}
        </ul>
      </details>
    </>
  );
}

/** The same page, or the map where the other stack has not come so far. */
function pageIn({ stages }: Variant, page: string): string {
  const [stage] = page.split('/');
  const isThere = page === 'index.html' || stages.some(({ id }) => id === stage);
  return isThere ? page : 'index.html';
}
