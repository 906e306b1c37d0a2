import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stages, type Stage } from '../../catalog/stages.ts';
import { packageRoot } from '../../system/package-root.ts';
import { loadStageLessons } from '../load-lessons.ts';
import { coverageOf, type CoveredIdea } from './ideas.ts';

const FILE = join(packageRoot(), 'docs', 'curriculum.md');
const BEGIN = '<!-- What follows is written by `create-backend dev verify --lessons --write`. -->';

/** Whether docs/curriculum.md says what the lessons teach as they are now. */
export async function isCurriculumKept(): Promise<boolean> {
  const text = await readFile(FILE, 'utf8');
  return text === withCoverage(text);
}

/** Writes into docs/curriculum.md what the lessons teach as they are now. */
export async function keepCurriculum(): Promise<void> {
  await writeFile(FILE, withCoverage(await readFile(FILE, 'utf8')));
}

function withCoverage(document: string): string {
  const begin = document.indexOf(BEGIN);
  if (begin === -1) throw new Error('docs/curriculum.md has lost its mark');
  const sections = stages.map(stageSection).join('\n\n');
  return `${document.slice(0, begin)}${BEGIN}\n\n${sections}\n`;
}

function stageSection(stage: Stage): string {
  const { lessons } = loadStageLessons(stage);
  const rows = [
    ['lesson', 'kind', 'minutes', 'what it is about'],
    ...lessons.map(({ id, kind, minutes, summary }) => [id, kind, String(minutes), summary]),
  ];
  const ideas = [['idea', 'taught in'], ...coverageOf(stage, lessons).map(ideaRow)];
  return [`## Stage ${stage.number}: ${stage.title}`, table(rows), table(ideas)].join('\n\n');
}

function ideaRow({ idea, lessons, missing }: CoveredIdea): string[] {
  return [idea, missing.length === 0 ? lessons.join(', ') : `no lesson: ${missing.join(', ')}`];
}

/** A Markdown table, aligned as the formatter would. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const [head, ...body] = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at]!)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head!, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
