import type { ComponentChildren } from 'preact';
import type { Links } from './links.ts';
import { page } from './page.tsx';

/** The site that a page belongs to. */
export interface Site {
  /** What it is called in the bar: the reader's project, or the course. */
  readonly name: string;
  readonly links: Links;
  /** What else stands in the bar, e.g. a field to search in. */
  readonly tools?: ComponentChildren;
}

interface SitePage {
  readonly title: string;
  readonly site: Site;
  /** Which entry of the bar leads here. */
  readonly here?: 'map' | 'diary' | undefined;
  readonly body: ComponentChildren;
}

/** A page of a site, with the bar that all of them have. */
export function sitePage({ title, site, here, body }: SitePage): string {
  const { name, links } = site;
  return page({
    title: `${title} · ${name}`,
    assets: links.assets,
    bar: <Bar site={site} here={here} />,
    body,
    foot: <>create-backend · these pages load nothing from elsewhere.</>,
  });
}

function Bar({ site: { name, links, tools }, here }: Pick<SitePage, 'site' | 'here'>) {
  return (
    <>
      <a class="brand" href={links.map}>
        <Mark />
        {name}
      </a>
      <nav aria-label="Pages">
        <ul>
          <li>
            <a href={links.map} aria-current={here === 'map' ? 'page' : undefined}>
              Map
            </a>
          </li>
          {links.diary !== null && (
            <li>
              <a href={links.diary} aria-current={here === 'diary' ? 'page' : undefined}>
                Diary
              </a>
            </li>
          )}
        </ul>
      </nav>
      {tools}
      <button class="theme" type="button" data-theme-switch aria-label="Switch light and dark">
        <HalfMoon />
      </button>
    </>
  );
}

/** A road that winds between two stops. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M8 25c0-8 16-6 16-13S14 7 9 7"
        fill="none"
        stroke="var(--on-accent)"
        stroke-width="3"
        stroke-linecap="round"
      />
      <circle cx="8" cy="25" r="3.4" fill="var(--road-mark)" />
      <circle cx="9" cy="7" r="2.6" fill="var(--on-accent)" />
    </svg>
  );
}

function HalfMoon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
    </svg>
  );
}
