import type { Stage } from '../../catalog/stages.ts';
import type { StageMark } from '../../lessons/learner/road-map.ts';
import type { Site } from '../site-page.tsx';

interface Place {
  readonly site: Site;
  readonly stage: Stage;
  readonly map: readonly StageMark[];
  readonly lesson: { readonly id: string };
}

/** To the lessons before and after; from the last one of a stage to its gate. */
export function Onward({ view: { site, stage, map, lesson } }: { readonly view: Place }) {
  const lessons = map.find((mark) => mark.stage === stage)?.lessons ?? [];
  const at = lessons.findIndex(({ id }) => id === lesson.id);
  const [before, after] = [lessons[at - 1], lessons[at + 1]];
  return (
    <nav class="onward" aria-label="Lessons before and after">
      {before === undefined ? (
        <span />
      ) : (
        <a href={site.links.lesson(stage, before.id)}>
          <span>Before</span>
          {before.title}
        </a>
      )}
      <a href={after === undefined ? site.links.gate(stage) : site.links.lesson(stage, after.id)}>
        <span>Next</span>
        {after?.title ?? 'The gate of the stage'}
      </a>
    </nav>
  );
}
