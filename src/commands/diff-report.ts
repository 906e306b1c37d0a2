import type { Output } from '../system/output.ts';
import type { FileDiff, Hunk } from '../scaffold/stage-diff.ts';
import type { TemplateSet } from '../scaffold/template-set.ts';

type Style = Output['style'];

/** A unified diff with the reasons of the stages above it and of each file above its hunks. */
export function diffText(diffs: readonly FileDiff[], added: TemplateSet, style: Style): string {
  const reasons = added.flatMap(({ notes }) => [style.bold(notes.title), notes.why.trim(), '']);
  const files = diffs.flatMap((file) => fileLines(file, style));
  return [...reasons, ...files, totalLine(diffs)].join('\n');
}

/** Only the number of lines, file by file. */
export function statText(diffs: readonly FileDiff[], style: Style): string {
  const width = Math.max(...diffs.map(({ path }) => path.length));
  const lines = diffs.map(({ path, added, removed }) => {
    const counts = [style.green(`+${added}`.padStart(5)), style.red(`-${removed}`.padStart(5))];
    return ` ${path.padEnd(width)} ${counts.join(' ')}`;
  });
  return [...lines, totalLine(diffs)].join('\n');
}

/** One file: its name, why it changes, its hunks, each with its own reason behind its place. */
export function fileLines({ path, change, hunks, why }: FileDiff, style: Style): string[] {
  return [
    style.bold(`--- ${change === 'added' ? '/dev/null' : `a/${path}`}`),
    style.bold(`+++ ${change === 'removed' ? '/dev/null' : `b/${path}`}`),
    ...(why === null ? [] : [style.yellow(`# ${why}`)]),
    ...hunks.flatMap((hunk) => hunkLines(hunk, style)),
    '',
  ];
}

function hunkLines({ place, lines, why }: Hunk, style: Style): string[] {
  const reason = why === null ? '' : ` ${style.yellow(why)}`;
  return [style.cyan(place) + reason, ...lines.map((line) => paint(line, style))];
}

function paint(line: string, style: Style): string {
  if (line.startsWith('+')) return style.green(line);
  return line.startsWith('-') ? style.red(line) : line;
}

function totalLine(diffs: readonly FileDiff[]): string {
  const added = diffs.reduce((sum, file) => sum + file.added, 0);
  const removed = diffs.reduce((sum, file) => sum + file.removed, 0);
  return `${diffs.length} files, +${added} -${removed}: ${added + removed} lines (lock files aside)`;
}
