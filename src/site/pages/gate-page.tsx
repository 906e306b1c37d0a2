import type { Stage } from '../../catalog/stages.ts';
import type { StageMark } from '../../lessons/learner/road-map.ts';
import { lessonLinks } from '../links.ts';
import { Markdown } from '../parts/markdown.tsx';
import { Rail } from '../parts/rail.tsx';
import { sitePage, type Site } from '../site-page.tsx';

/** What the page of a stage's gate shows. */
export interface GateView {
  readonly site: Site;
  readonly stage: Stage;
  readonly title: string;
  /** Its checklist and its table of mistakes, as Markdown. */
  readonly text: string;
  readonly map: readonly StageMark[];
}

/** The gate of a stage: to be walked with one's own eyes. */
export function gatePage(view: GateView): string {
  const { site, stage, title, text } = view;
  const body = (
    <div class="with-rail">
      <Rail view={view} />
      <article class="lesson">
        <p class="trail">
          <a href={site.links.map}>Map</a> <span aria-hidden="true">/</span>{' '}
          <span>The gate of stage {stage.number}</span>
        </p>
        <h1>{title}</h1>
        <Markdown text={text} lessonLink={lessonLinks(site.links, stage)} />
      </article>
    </div>
  );
  return sitePage({ title, site, body });
}
