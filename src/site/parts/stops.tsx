import type { LessonMark } from '../../lessons/learner/road-map.ts';
import { Sentence } from './sentence.tsx';

/** What a place on the map is called for those who do not see its bead; nothing where it is to come. */
const names: Readonly<Record<LessonMark['standing'], string>> = {
  done: ' (done)',
  here: ' (you are here)',
  passed: ' (passed by)',
  'to-come': '',
};

interface StopProps {
  readonly mark: LessonMark;
  readonly link: string;
  /** Whether the page shows just this lesson. */
  readonly isShown?: boolean;
  readonly withSummary?: boolean;
}

/** A lesson as a stop on the line of its stage. */
export function Stop({ mark, link, isShown = false, withSummary = false }: StopProps) {
  const { standing, title, summary } = mark;
  return (
    <li class={`stop ${standing}`}>
      <span class="bead" aria-hidden="true" />
      <span>
        <a href={link} aria-current={isShown ? 'page' : undefined}>
          {title}
        </a>
        <span class="unseen">{names[standing]}</span>
      </span>
      {withSummary && (
        <p>
          <Sentence text={summary} />
        </p>
      )}
    </li>
  );
}
