import { stageFolder } from '../../catalog/stages.ts';
import type { Plan } from '../../scaffold/plan.ts';
import type { Reader } from '../../scaffold/render-template.ts';
import type { Gate, Lesson } from '../lesson.ts';
import { textsOf } from '../lesson-text.ts';
import { loadLessons, loadStageLessons } from '../load-lessons.ts';
import { loadMistakes } from '../mistakes.ts';
import type { Finding, Inquiry } from './inquiry.ts';
import { readingOf, type Reading } from './prose.ts';
import { lessonsOf, type Region } from './regions.ts';
import { remarksOn } from './text-rules.ts';

const shells = ['posix', 'powershell'] as const;
interface RenderedTexts {
  readonly body: string;
  readonly hints: readonly string[];
}

/** Items that the checklist of a gate has at least. */
const LEAST_ITEMS = 5;

/**
 * The texts of the plan's stage, read for every shell.
 * @param regions those of all lessons
 */
export function inquireTexts(plan: Plan, regions: readonly Region[]): Inquiry[] {
  const { lessons, gate } = loadStageLessons(plan.stage);
  const inquiries = lessonsOf(plan.stage).map((id) => {
    const lesson = lessons.find((each) => each.id === id);
    const find = () => (lesson === undefined ? missing('lesson.md') : read(lesson, plan, regions));
    return { id: `${id} (text)`, lesson: id, find };
  });
  const findGate = () => (gate === null ? missing('gate.md') : readGate(gate, plan));
  return [...inquiries, { id: 'gate (text)', lesson: null, find: findGate }];
}

function read(lesson: Lesson, plan: Plan, regions: readonly Region[]): Finding {
  const rendered = shells.map((shell) => renderAll(lesson, plan, shell));
  const failure = rendered.find((text) => text instanceof Error);
  if (failure !== undefined) return { remarks: [`does not render: ${failure.message}`] };
  const { body, hints } = rendered[0] as RenderedTexts;
  const place = {
    lesson,
    body,
    hints,
    curriculum: loadLessons(),
    regions,
    mistakes: loadMistakes(),
  };
  return { remarks: remarksOn(place), note: describe(readingOf(body)) };
}

/** An unknown name or snippet is a fault of the text, and not of the kit. */
function renderAll(lesson: Lesson, plan: Plan, shell: Reader['shell']): RenderedTexts | Error {
  try {
    const render = textsOf(lesson, plan, shell);
    return { body: render(lesson.body), hints: lesson.hints.map(render) };
  } catch (error) {
    return error as Error;
  }
}

function readGate(gate: Gate, plan: Plan): Finding {
  const body = textsOf({ stage: stageFolder(plan.stage) }, plan, 'posix')(gate.body);
  const items = body.match(/^- \[ \] /gm)?.length ?? 0;
  const remarks = [
    ...(items < LEAST_ITEMS ? [`has ${items} items to tick, fewer than ${LEAST_ITEMS}`] : []),
    ...(/^\|.*\|$/m.test(body) ? [] : ['has no table of common mistakes']),
  ];
  return { remarks, note: describe(readingOf(body)) };
}

function missing(file: string): Finding {
  return { remarks: [`has no ${file}`] };
}

function describe({ words, grade }: Reading): string {
  return `${words} words, school year ${grade.toFixed(1)}`;
}
