import { stageFolder, type Stage } from '../../catalog/stages.ts';
import { loadChecks } from '../../lessons/check-index.ts';
import type { StageMark } from '../../lessons/learner/road-map.ts';
import { textsOf } from '../../lessons/lesson-text.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { loadStageLessons } from '../../lessons/load-lessons.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { checksOfLesson } from '../checks-of-lesson.ts';
import { lessonLinks } from '../links.ts';
import { changesPage } from '../pages/changes-page.tsx';
import { gatePage } from '../pages/gate-page.tsx';
import { lessonPage } from '../pages/lesson-page.tsx';
import { mapPage } from '../pages/map-page.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { shownPredictions } from '../shown-predictions.ts';
import type { Site } from '../site-page.tsx';
import { changesOf } from '../stage-changes.ts';
import { exportedLinks } from './exported-links.ts';
import type { Searchable } from './search-index.ts';
import { Tools } from './tools.tsx';
import { folderOf, type Variant } from './variant.ts';

/** The pages of one variant, for one resource. */
export interface Edition {
  /** What the site is called. */
  readonly name: string;
  readonly variant: Variant;
  /** All that the site has. */
  readonly variants: readonly Variant[];
  readonly plan: Plan;
}

/** A page of an edition. */
export interface ExportedPage {
  /** In the folder of the variant, e.g. `in-memory/gate.html`. */
  readonly path: string;
  readonly html: string;
  /** What it is found by; null for a page that is not searched for. */
  readonly found: Searchable | null;
}

/** All pages of an edition. */
export async function* pagesOf(edition: Edition): AsyncGenerator<ExportedPage> {
  yield mapIn(edition);
  for (const stage of edition.variant.stages) {
    const { lessons, gate } = loadStageLessons(stage);
    for (const lesson of lessons) yield await lessonOf(edition, stage, lesson);
    if (gate !== null) yield gateOf(edition, stage, gate);
    if (stage.number > 1) yield changesIn(edition, stage);
  }
}

function mapIn(edition: Edition): ExportedPage {
  const path = 'index.html';
  const { language } = edition.variant.stack;
  const lead = `From the first request to an image with CI in front of it, in ${language}.`;
  const site = siteAt(path, edition);
  const html = mapPage({ site, title: 'The roadmap', lead, map: mapOf(edition) });
  return { path, html, found: null };
}

async function lessonOf(edition: Edition, stage: Stage, lesson: Lesson): Promise<ExportedPage> {
  const path = `${stage.id}/${lesson.id}.html`;
  const site = siteAt(path, edition);
  const { plan, variant } = edition;
  const render = textsOf(lesson, plan, variant.shell);
  const lessonLink = lessonLinks(site.links, stage);
  const text = render(lesson.body);
  const opened = lesson.hints.map((hint) => (
    <Markdown text={render(hint)} lessonLink={lessonLink} />
  ));
  const html = lessonPage({
    site,
    lesson,
    stage,
    text,
    map: mapOf(edition),
    help: { opened, count: opened.length, action: null },
    shown: checksOfLesson(lesson.id, await loadChecks(stage.number), null, plan.resource),
    predictions: shownPredictions(lesson, render, () => ({ action: null, outcome: null })),
    command: null,
  });
  const { title, summary } = lesson;
  return { path, html, found: { id: path, title, summary, stage: stage.title, markdown: text } };
}

type Gate = NonNullable<ReturnType<typeof loadStageLessons>['gate']>;

function gateOf(edition: Edition, stage: Stage, { title, body }: Gate): ExportedPage {
  const path = `${stage.id}/gate.html`;
  const place = { stage: stageFolder(stage) };
  const text = textsOf(place, edition.plan, edition.variant.shell)(body);
  const html = gatePage({ site: siteAt(path, edition), stage, title, text, map: mapOf(edition) });
  const summary = `The gate of stage ${stage.number}`;
  return { path, html, found: { id: path, title, summary, stage: stage.title, markdown: text } };
}

function changesIn(edition: Edition, stage: Stage): ExportedPage {
  const path = `${stage.id}/changes.html`;
  const site = siteAt(path, edition);
  return {
    path,
    html: changesPage({ site, stage, ...changesOf(edition.plan, stage) }),
    found: null,
  };
}

function siteAt(path: string, { name, variant, variants }: Edition): Site {
  const page = `${folderOf(variant)}/${path}`;
  const links = exportedLinks(page, variant);
  const tools = <Tools variant={variant} variants={variants} page={path} />;
  return { name, links, tools };
}

/** Nobody's own: nothing is done, and nobody is anywhere. */
function mapOf({ variant }: Edition): StageMark[] {
  const standing = 'to-come';
  return variant.stages.map((stage) => ({
    stage,
    standing,
    lessons: loadStageLessons(stage).lessons.map(({ id, title, summary }) => {
      return { id, title, summary, standing } as const;
    }),
  }));
}
