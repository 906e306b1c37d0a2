import { stageFolder, stages, type Stage } from '../../catalog/stages.ts';
import { shellOf } from '../../checker/http/curl.ts';
import type { Context } from '../../context.ts';
import { loadChecks } from '../../lessons/check-index.ts';
import { tellDiary } from '../../lessons/diary/tell-diary.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { textsOf, type RenderText } from '../../lessons/lesson-text.ts';
import { readVerdict } from '../../lessons/live/verdict.ts';
import { loadStageLessons, stageOf } from '../../lessons/load-lessons.ts';
import { checksOfLesson } from '../checks-of-lesson.ts';
import { lessonLinks, servedLinks } from '../links.ts';
import { changesPage } from '../pages/changes-page.tsx';
import { diaryPage } from '../pages/diary-page.tsx';
import { gatePage } from '../pages/gate-page.tsx';
import { lessonPage } from '../pages/lesson-page.tsx';
import { mapPage } from '../pages/map-page.tsx';
import type { Help } from '../parts/hints.tsx';
import { Markdown } from '../parts/markdown.tsx';
import type { Site } from '../site-page.tsx';
import { shownPredictions } from '../shown-predictions.ts';
import { changesOf } from '../stage-changes.ts';
import type { Oracle } from './oracle.ts';
import { NoSuchPage, type Reader } from './reader.ts';

/** The roadmap with the reader on it. */
export function mapFor({ project, map }: Reader): string {
  const { name, stage, stack, resource } = project;
  const words = resource.plural.replaceAll('_', ' ');
  const lead = `${stack.language}, stage ${stage.number} of ${stages.length}, serving ${words}.`;
  return mapPage({ site: siteOf(project), title: `The road of ${name}`, lead, map });
}

/** A lesson, with what the checks found last. */
export async function lessonFor(
  reader: Reader,
  lesson: Lesson,
  context: Context,
  oracle: Oracle,
): Promise<string> {
  const { project, plan, map } = reader;
  const stage = stageOf(lesson);
  const render = textsOf(lesson, plan, shellOf(context.env, process.platform));
  const verdict = readVerdict(project.folder);
  const checks = await loadChecks(Math.max(stage.number, project.stage.number));
  return lessonPage({
    site: siteOf(project),
    lesson,
    stage,
    text: render(lesson.body),
    map,
    help: helpFor(reader, lesson, stage, render),
    shown: checksOfLesson(lesson.id, checks, verdict, project.resource),
    predictions: shownPredictions(lesson, render, (number) => ({
      action: `${servedLinks.lesson(stage, lesson.id)}/predict/${number}`,
      outcome: oracle.outcomeOf(lesson, number),
    })),
    command: plan.kit.command,
  });
}

/** The gate of a stage. */
export function gateFor({ project, plan, map }: Reader, stage: Stage, context: Context): string {
  const { gate } = loadStageLessons(stage);
  if (gate === null) throw new NoSuchPage(`Stage ${stage.id} has no gate.`);
  const place = { stage: stageFolder(stage) };
  const text = textsOf(place, plan, shellOf(context.env, process.platform))(gate.body);
  return gatePage({ site: siteOf(project), stage, title: gate.title, text, map });
}

/** What a stage changes in the reader's project. */
export function changesFor({ project, plan }: Reader, stage: Stage): string {
  return changesPage({ site: siteOf(project), stage, ...changesOf(plan, stage) });
}

/** What went wrong so far. */
export async function diaryFor({ project }: Reader, context: Context): Promise<string> {
  return diaryPage({ site: siteOf(project), entries: await tellDiary(context, project.folder) });
}

/** Who learns opens one rung after the other; whoever has it finished may read them all. */
function helpFor({ progress }: Reader, lesson: Lesson, stage: Stage, render: RenderText): Help {
  const count = lesson.hints.length;
  const opened = progress === null ? count : Math.min(progress.hints[lesson.id] ?? 0, count);
  const lessonLink = lessonLinks(servedLinks, stage);
  return {
    opened: lesson.hints
      .slice(0, opened)
      .map((hint) => <Markdown text={render(hint)} lessonLink={lessonLink} />),
    count,
    action: progress === null ? null : `${servedLinks.lesson(stage, lesson.id)}/hint`,
  };
}

function siteOf({ name }: { readonly name: string }): Site {
  return { name, links: servedLinks };
}
