import { stageFolder } from '../../catalog/stages.ts';
import type { LessonMark, StageMark } from '../../lessons/learner/road-map.ts';
import type { Links } from '../links.ts';
import { Road } from '../parts/road.tsx';
import { Stop } from '../parts/stops.tsx';
import { asSentence } from '../parts/typeset.ts';
import { sitePage, type Site } from '../site-page.tsx';

/** What the map shows. */
export interface MapView {
  readonly site: Site;
  readonly title: string;
  /** A sentence below the title. */
  readonly lead: string;
  readonly map: readonly StageMark[];
}

/** The roadmap: a road, and below it each stage with its lessons as stops. */
export function mapPage({ site, title, lead, map }: MapView): string {
  const body = (
    <div id="map" data-live>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <GoOn map={map} links={site.links} />
      <Road map={map} />
      <ol class="stages">
        {map.map((mark) => (
          <StageOnMap mark={mark} links={site.links} />
        ))}
      </ol>
    </div>
  );
  return sitePage({ title, site, here: 'map', body });
}

interface Place {
  readonly mark: StageMark;
  readonly links: Links;
}

function GoOn({ map, links }: { readonly map: readonly StageMark[]; readonly links: Links }) {
  const here = map.find(({ standing }) => standing === 'here');
  if (here === undefined) return null;
  const lesson = here.lessons.find(({ standing }) => standing === 'here');
  const [href, name] =
    lesson === undefined
      ? [links.gate(here.stage), `The gate of stage ${here.stage.number}`]
      : [links.lesson(here.stage, lesson.id), `Go on: ${lesson.title}`];
  return (
    <p class="screen-only">
      <a class="button first" href={href}>
        {name} <span aria-hidden="true">→</span>
      </a>
    </p>
  );
}

function StageOnMap({ mark: { stage, standing, lessons }, links }: Place) {
  return (
    <li class={standing} id={stageFolder(stage)}>
      <span class="roundel" aria-hidden="true">
        {stage.number}
      </span>
      <h2>
        <span class="unseen">Stage {stage.number}: </span>
        {stage.title}
      </h2>
      <p class="teaches">{asSentence(stage.teaches)}</p>
      <ol class="stops">
        {lessons.map((lesson) => (
          <Stop
            mark={lesson}
            link={links.lesson(stage, lesson.id)}
            withSummary={standing === 'here' && isAhead(lesson)}
          />
        ))}
      </ol>
      <p class="small">
        {stage.number > 1 && (
          <>
            <a href={links.changes(stage)}>What this stage changes</a> ·{' '}
          </>
        )}
        <a href={links.gate(stage)}>Its gate</a>
      </p>
    </li>
  );
}

/** What is done needs no summary any more. */
function isAhead({ standing }: LessonMark): boolean {
  return standing !== 'done';
}
