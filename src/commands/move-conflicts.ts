import type { ConflictNote } from '../lessons/move/conflict-notes.ts';
import type { Journal } from '../lessons/move/journal.ts';
import type { KeyConflict } from '../lessons/move/merge-by-key.ts';
import type { Look } from './move-report.ts';

/** Lines of a stage's own change that are shown of one file. */
const SHOWN_LINES = 24;

/** Every file in conflict: what the stage wanted there, why, and the ways to resolve it. */
export function conflictText(journal: Journal, look: Look): string {
  const { conflicts, from, to, tag } = journal;
  const { out, command } = look;
  const count = conflicts.length === 1 ? '1 file waits' : `${conflicts.length} files wait`;
  const verb = `${command} upgrade`;
  return [
    `${out.symbols.failed} ${count} for you before the project is at ${to}. The rest is merged.`,
    ...conflicts.flatMap((note) => ['', ...noteLines(note, journal, look)]),
    '',
    out.style.bold('Next'),
    '  Edit each file: your lines stand above =======, those of the stage below it. Or choose:',
    `  ${verb} --keep FILE    yours stands`,
    `  ${verb} --take FILE    the kit's stands, yours is kept on a branch`,
    `  ${verb} --continue     when all are resolved`,
    `  ${verb} --abort        as it was before (${tag})`,
    out.style.dim(`  All that the stage changes: ${command} diff ${from} ${to}`),
  ].join('\n');
}

/** The files that are not resolved yet. */
export function waitingText(waiting: readonly string[], look: Look): string {
  const { out, command } = look;
  return [
    `${out.symbols.failed} Not resolved yet:`,
    ...waiting.map((path) => `  ${path}`),
    `Edit them until no <<<<<<< is left, or choose: ${command} upgrade --keep FILE, or --take FILE.`,
    `A file that you have resolved otherwise becomes so by: git add FILE, or git rm FILE.`,
  ].join('\n');
}

/** What was chosen, and what is left. */
export function chosenText(
  { project }: Journal,
  chosen: {
    paths: readonly string[];
    keptOn: string | null;
    side: string;
    left: readonly string[];
  },
  { out, command }: Look,
): string {
  const done = chosen.paths.map((path) =>
    chosen.side === 'yours'
      ? `${out.symbols.done} ${path}: yours stands`
      : `${out.symbols.done} ${path}: the kit's stands; yours: git show ${chosen.keptOn}:${project}${path}`,
  );
  const next =
    chosen.left.length === 0
      ? `Nothing else waits. Then: ${command} upgrade --continue`
      : `Still waiting: ${chosen.left.join(', ')}`;
  return [...done, next].join('\n');
}

function noteLines(
  note: ConflictNote,
  { from, to }: Pick<Journal, 'from' | 'to'>,
  { out, command }: Look,
): string[] {
  const { style } = out;
  const shown = note.wanted.slice(0, SHOWN_LINES);
  const rest = note.wanted.length - shown.length;
  const more = rest > 0 ? [`… ${rest} more: ${command} diff ${from} ${to}`] : [];
  return [
    `${style.bold(note.path)}: ${whatHappened(note)}`,
    ...(note.why === null ? [] : [style.yellow(`  # ${note.why}`)]),
    ...note.keys.map((conflict) => `  ${keyText(conflict)}`),
    ...(note.keys.length > 0 ? [] : [...shown, ...more].map((line) => `    ${paint(line, style)}`)),
  ];
}

function whatHappened({ has }: ConflictNote): string {
  if (has.yours && has.theirs) {
    return has.base
      ? 'you and the stage have changed the same lines'
      : 'you and the stage have each made a file of this name';
  }
  if (has.yours) return 'you have it, the stage has it no more, or elsewhere';
  if (has.theirs) return 'the stage has it, you have it no more, or elsewhere';
  return 'you and the stage have each put it elsewhere';
}

function keyText({ path, base, yours, theirs }: KeyConflict): string {
  const [was, mine, wanted] = [base, yours, theirs].map((value) =>
    value === undefined ? 'nothing' : JSON.stringify(value),
  );
  return `${path.join('.')}: was ${was}, yours is ${mine}, the stage wants ${wanted}`;
}

function paint(line: string, style: Look['out']['style']): string {
  if (line.startsWith('+')) return style.green(line);
  return line.startsWith('-') ? style.red(line) : style.dim(line);
}
