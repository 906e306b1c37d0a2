import { spellProjectName } from '../catalog/names.ts';
import type { Stack } from '../catalog/stacks.ts';
import { stacks } from '../catalog/stacks.ts';
import type { Stage } from '../catalog/stages.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { planProject, type Kit } from '../scaffold/plan.ts';
import { resourceOf } from '../scaffold/questions/resource.ts';
import { requireStack, requireStage } from '../scaffold/questions/roadmap.ts';
import { renderProject } from '../scaffold/render.ts';
import { diffStages, type FileDiff } from '../scaffold/stage-diff.ts';
import { loadTemplates, type StageTemplates } from '../scaffold/template-set.ts';

/** What was said beside the two stages. */
export interface DiffOptions {
  readonly stack?: string;
  readonly resource?: string;
  readonly stat?: boolean;
}

type DiffContext = Pick<Context, 'cwd' | 'out'>;

/** `create-backend diff <from> <to>`: what the stages in between change, and why. */
export function diff(
  from: string,
  to: string,
  options: DiffOptions,
  { cwd, out }: DiffContext,
  kit: Kit,
): number {
  const [earlier, later] = [requireStage(from), requireStage(to)];
  if (earlier.number >= later.number) {
    throw new UserError(
      `${later.id} does not come after ${earlier.id}.`,
      'Name the earlier one first.',
    );
  }
  const stack = options.stack === undefined ? stacks[0]! : requireStack(options.stack);
  const templates = loadTemplates(stack.id, later);
  const render = (stage: Stage) =>
    renderProject(planOf(stack, stage, options, cwd, kit), templates.slice(0, stage.number), null);
  const added = templates.slice(earlier.number);
  const diffs = diffStages(
    render(earlier),
    render(later),
    added.map((stage) => stage.notes),
    (path) => !stack.packageManagers.some(({ lockFile }) => lockFile === path),
  );
  out.print(
    [
      ...(options.stat ? [] : whyLines(added, out)),
      ...diffs.flatMap((file) =>
        options.stat ? statLine(file, diffs, out) : fileLines(file, out),
      ),
      totalLine(diffs),
    ].join('\n'),
  );
  return 0;
}

function planOf(stack: Stack, stage: Stage, { resource }: DiffOptions, cwd: string, kit: Kit) {
  const answers = {
    name: spellProjectName('my-api'),
    stack,
    stage,
    ...resourceOf(resource ?? 'tasks', cwd),
    packageManager: stack.packageManagers[0]!,
  };
  return planProject(answers, kit, stack.runtime.minimum);
}

function whyLines(added: readonly StageTemplates[], { style }: DiffContext['out']): string[] {
  return added.flatMap(({ notes }) => [style.bold(notes.title), notes.why.trim(), '']);
}

function fileLines(
  { path, change, lines, why }: FileDiff,
  { style }: DiffContext['out'],
): string[] {
  const paint = (line: string) => {
    if (line.startsWith('+')) return style.green(line);
    if (line.startsWith('-')) return style.red(line);
    return line.startsWith('@@') ? style.cyan(line) : line;
  };
  return [
    style.bold(`--- ${change === 'added' ? '/dev/null' : `a/${path}`}`),
    style.bold(`+++ ${change === 'removed' ? '/dev/null' : `b/${path}`}`),
    ...(why === null ? [] : [style.yellow(`# ${why}`)]),
    ...lines.map(paint),
    '',
  ];
}

function statLine(file: FileDiff, all: readonly FileDiff[], { style }: DiffContext['out']): string {
  const width = Math.max(...all.map(({ path }) => path.length));
  const added = style.green(`+${file.added}`.padStart(5));
  const removed = style.red(`-${file.removed}`.padStart(5));
  return ` ${file.path.padEnd(width)} ${added} ${removed}`;
}

function totalLine(diffs: readonly FileDiff[]): string {
  const sum = (count: (file: FileDiff) => number) =>
    diffs.reduce((all, file) => all + count(file), 0);
  const added = sum((file) => file.added);
  const removed = sum((file) => file.removed);
  return `${diffs.length} files, +${added} -${removed}: ${added + removed} lines (lock files aside)`;
}
