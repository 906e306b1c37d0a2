import type { Stage } from '../../catalog/stages.ts';
import type { StageMark } from '../../lessons/learner/road-map.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { isDone, type ShownChecks } from '../checks-of-lesson.ts';
import { lessonLinks } from '../links.ts';
import { CheckLine, Checks, Strip } from '../parts/checks.tsx';
import { Hints, type Help } from '../parts/hints.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { Onward } from '../parts/onward.tsx';
import { Predict, type ShownPrediction } from '../parts/prediction.tsx';
import { Rail } from '../parts/rail.tsx';
import { Recall } from '../parts/recall.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { sitePage, type Site } from '../site-page.tsx';

/** What the page of a lesson shows. */
export interface LessonView {
  readonly site: Site;
  readonly lesson: Lesson;
  readonly stage: Stage;
  /** Its text, as Markdown. */
  readonly text: string;
  /** The whole map, for the line of its stage and the ways on. */
  readonly map: readonly StageMark[];
  readonly help: Help;
  readonly shown: ShownChecks;
  readonly predictions: readonly ShownPrediction[];
  /** The kit as the reader calls it; null where nobody's project is behind the page. */
  readonly command: string | null;
}

/** A lesson: its text, what to predict, what is asked, help, and the question to recall it by. */
export function lessonPage(view: LessonView): string {
  const { site, lesson, stage } = view;
  const body = (
    <div class="with-rail">
      <Rail view={view} />
      <article class="lesson">
        <p class="trail">
          <a href={site.links.map}>Map</a> <span aria-hidden="true">/</span>{' '}
          <span>
            Stage {stage.number}, {stage.title}
          </span>
        </p>
        <h1>{lesson.title}</h1>
        <p class="lead">
          <Sentence text={lesson.summary} />
        </p>
        <Facts lesson={lesson} />
        {view.command !== null && <Strip shown={view.shown} command={view.command} />}
        <Text view={view} />
        {view.command === null ? (
          <Asked shown={view.shown} />
        ) : (
          <Checks shown={view.shown} command={view.command} />
        )}
        <Learned view={view} />
        <Hints help={view.help} />
        <Recall recall={lesson.recall} />
        <Onward view={view} />
      </article>
    </div>
  );
  return sitePage({ title: lesson.title, site, body });
}

function Facts({ lesson: { id, kind, minutes } }: Pick<LessonView, 'lesson'>) {
  return (
    <ul class="facts" aria-label="About this lesson">
      <li>{id}</li>
      <li>{kind}</li>
      <li>about {minutes} minutes</li>
    </ul>
  );
}

/** What is to be predicted comes before the task gives it away. */
function Text({ view }: { readonly view: LessonView }) {
  const lessonLink = lessonLinks(view.site.links, view.stage);
  const task = view.text.search(/^## Your task/m);
  const at = task === -1 ? view.text.length : task;
  return (
    <>
      <Markdown text={view.text.slice(0, at)} lessonLink={lessonLink} />
      {view.predictions.length > 0 && <h2 id="predict">Predict, then see</h2>}
      {view.predictions.map((prediction) => (
        <Predict prediction={prediction} />
      ))}
      <Markdown text={view.text.slice(at)} lessonLink={lessonLink} />
    </>
  );
}

/** What is asked, where no service is there to be asked. */
function Asked({ shown: { checks } }: Pick<LessonView, 'shown'>) {
  if (checks.length === 0) return null;
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">What is checked</h2>
      <ul class="checks">
        {checks.map((check) => (
          <CheckLine {...check} />
        ))}
      </ul>
    </section>
  );
}

/** Praise, once there is something to be praised for. */
function Learned({ view: { shown, lesson, command } }: { readonly view: LessonView }) {
  const isPraised = command !== null && isDone(shown) && !shown.isAsking;
  return (
    <div id="learned" data-live>
      {isPraised && (
        <div class="card pass">
          <p>
            <strong>{lesson.title}: done.</strong> <Sentence text={lesson.learned} />
          </p>
          <p>
            On to the next one: <code>{command} next</code>
          </p>
        </div>
      )}
    </div>
  );
}
