import type { ProjectFiles } from '../lessons/learner/project-files.ts';
import type { Progress } from '../lessons/learner/progress.ts';
import type { LessonMark, StageMark, Standing } from '../lessons/learner/road-map.ts';
import type { KnownProject } from '../project/read-state.ts';
import type { Output } from '../system/output.ts';

/** How a project stands. */
export interface Situation {
  readonly project: KnownProject;
  /** Null for a project that was made finished. */
  readonly progress: Progress | null;
  readonly map: readonly StageMark[];
  readonly files: ProjectFiles;
}

type Look = Pick<Output, 'style' | 'symbols' | 'width'>;

/** Files of one kind that are named; the others are counted. */
const MAX_NAMED = 12;
/** Columns of the longest id of a lesson. */
const ID_WIDTH = 26;

/** The map and the files as a person reads them. */
export function statusText(situation: Situation, look: Look, command: string): string {
  const { project, progress, map, files } = situation;
  const { bold } = look.style;
  const { stack, stage, resource } = project;
  const ways = progress === null ? 'upgrade' : progress.current === null ? 'next' : 'lesson';
  return [
    `${bold(project.name)}: ${stack.language}, stage ${stage.number} (${stage.id}), serving ${resource.plural}`,
    '',
    ...map.flatMap((mark) => stageLines(mark, look)),
    '',
    ...fileLines(files, look),
    ...forgottenLines(progress, look, command),
    '',
    `${bold('Next')}: ${command} ${ways}`,
  ].join('\n');
}

function forgottenLines(progress: Progress | null, { style }: Look, command: string): string[] {
  const forgotten = progress?.forgotten ?? [];
  if (forgotten.length === 0) return [];
  const lines = forgotten.map((id) => `    ${id.padEnd(ID_WIDTH)} ${command} lesson ${id}`);
  return ['', `${style.bold('Forgotten')} when it was asked again:`, ...lines];
}

/** The same for programs: one object. */
export function statusJson({ project, progress, map, files }: Situation): object {
  const { name, stack, stage, resource, open } = project;
  return {
    name,
    stack: stack.id,
    stage: stage.id,
    resource: resource.name,
    mode: open.length === 0 ? 'finished' : 'exercise',
    current: progress?.current ?? null,
    forgotten: progress?.forgotten ?? [],
    stages: map.map((mark) => ({ ...mark, stage: mark.stage.id })),
    files,
  };
}

/** Only the stage that the project is at shows its lessons one by one. */
function stageLines({ stage, standing, lessons }: StageMark, look: Look): string[] {
  const done = lessons.filter((lesson) => lesson.standing === 'done').length;
  const count =
    lessons.length === 0 || standing === 'to-come' ? '' : `${done} of ${lessons.length}`;
  const title = `${symbolOf(standing, look)} ${stage.number} ${stage.title}`;
  const line = `${title.padEnd(22)} ${look.style.dim(count)}`.trimEnd();
  return standing === 'here' ? [line, ...lessons.map((one) => lessonLine(one, look))] : [line];
}

function lessonLine({ id, summary, standing }: LessonMark, look: Look): string {
  const { bold, dim } = look.style;
  const name = standing === 'here' ? bold(id.padEnd(ID_WIDTH)) : id.padEnd(ID_WIDTH);
  const left = look.width - ID_WIDTH - '    x  '.length;
  return `    ${symbolOf(standing, look)} ${name} ${dim(cut(summary, left))}`;
}

/** A sentence on one line of the map, without its end where that has no room. */
function cut(sentence: string, width: number): string {
  if (sentence.length <= width) return sentence;
  return `${sentence.slice(0, Math.max(width - 1, 0)).replace(/\s*\S*$/, '')}…`;
}

function symbolOf(standing: Standing, { style, symbols }: Look): string {
  return {
    done: style.green(symbols.done),
    here: style.cyan(symbols.here),
    passed: style.yellow(symbols.warning),
    'to-come': style.dim(symbols.dash),
  }[standing];
}

function fileLines(files: ProjectFiles, { style }: Look): string[] {
  const kinds = [
    ['edited', files.edited],
    ['yours', files.yours],
    ['removed', files.removed],
  ] as const;
  return [
    `${style.bold('Files')}: ${files.pristine.length} as they came, ${kinds.map(([kind, paths]) => `${paths.length} ${kind}`).join(', ')}`,
    ...kinds.flatMap(([kind, paths]) => [
      ...paths.slice(0, MAX_NAMED).map((path) => `    ${kind.padEnd(8)} ${path}`),
      ...(paths.length > MAX_NAMED ? [`    and ${paths.length - MAX_NAMED} more ${kind}`] : []),
    ]),
  ];
}
