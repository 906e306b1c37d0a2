import type { Stage } from '../../catalog/stages.ts';
import type { StageMark } from '../../lessons/learner/road-map.ts';
import type { Site } from '../site-page.tsx';
import { Stop } from './stops.tsx';

interface RailView {
  readonly site: Site;
  readonly stage: Stage;
  readonly map: readonly StageMark[];
  /** The lesson that the page shows; absent on the other pages of a stage. */
  readonly lesson?: { readonly id: string };
}

/** The line of a stage with all its stops, beside its pages. */
export function Rail({ view: { site, stage, map, lesson } }: { readonly view: RailView }) {
  const { links } = site;
  const lessons = map.find((mark) => mark.stage === stage)?.lessons ?? [];
  return (
    <nav class="rail" aria-labelledby="rail-title">
      <div id="rail" data-live>
        <h2 id="rail-title">
          {stage.number} {stage.title}
        </h2>
        <ol>
          {lessons.map((mark) => (
            <Stop
              mark={mark}
              link={links.lesson(stage, mark.id)}
              isShown={mark.id === lesson?.id}
            />
          ))}
        </ol>
        <p class="gate small">
          <a href={links.gate(stage)}>The gate</a>
          {stage.number > 1 && (
            <>
              {' · '}
              <a href={links.changes(stage)}>What the stage changes</a>
            </>
          )}
        </p>
      </div>
    </nav>
  );
}
