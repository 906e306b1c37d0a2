import { STATUS_CODES } from 'node:http';
import type { Answer } from '../http/exchange.ts';
import { curlLine, type Shell } from '../http/curl.ts';
import type { Result } from '../result.ts';
import { startCheck } from '../start-check.ts';

/** What a report needs of a terminal. */
export interface Look {
  readonly style: Record<
    'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan',
    (text: string) => string
  >;
  readonly symbols: Readonly<Record<'done' | 'failed' | 'warning' | 'dash', string>>;
  readonly width: number;
  readonly shell: Shell;
  /** The kit as the person called it, for the commands to type next. */
  readonly command: string;
  /** What the kit can tell here beside the report: it has lessons for its projects, and hints where one is learned in. */
  readonly guide: 'none' | 'lessons' | 'lessons-and-hints';
}

/** Headers that are shown of an answer; the others seldom matter. */
const shownHeaders = ['content-type', 'location', 'allow', 'retry-after', 'etag', 'x-request-id'];
const MAX_BODY = 300;
const LABEL = 10;
const INDENT = '  ';

/** One failure in full: tried, expected, got, likely, next. At most one screen. */
export function failureText(result: Result, look: Look): string {
  const { finding, likely, check, log } = result;
  const { style, symbols } = look;
  const tried = finding?.answer?.request ?? finding?.request;
  const inProse = (lines: readonly string[]) => lines.flatMap((line) => wrap(line, look.width));
  const rows: [string, readonly string[]][] = [
    ['Tried', tried === undefined ? [] : [curlLine(tried, look.shell)]],
    ['Expected', inProse([finding?.expected ?? ''])],
    ['Got', gotLines(result)],
    ['Log', isLogTelling(result) ? log : []],
    ['Likely', inProse(likely === null ? [] : [likely])],
    ['Next', nextLines(check.id, check.lesson, look)],
  ];
  const title = `${style.red(symbols.failed)} ${style.bold(result.title)}`;
  const body = rows.flatMap(([label, lines]) => row(label, lines, look));
  return [title, `${INDENT}${style.dim(placeOf(result))}`, '', ...body].join('\n');
}

/** Where the check stands in the curriculum, for example `post-answers-201, lesson 03-create-and-read`. */
export function placeOf({ check }: Result): string {
  return check.lesson === null ? `${check.id}, conformance` : `${check.id}, lesson ${check.lesson}`;
}

function gotLines({ finding }: Result): readonly string[] {
  const said = finding?.got === undefined ? [] : [finding.got];
  return finding?.answer === undefined ? said : [...said, ...answerLines(finding.answer)];
}

function answerLines(answer: Answer): readonly string[] {
  const reason = answer.reason || (STATUS_CODES[answer.status] ?? '');
  const headers = shownHeaders.flatMap((name) =>
    (answer.headers.get(name) ?? []).map((value) => `${name}: ${value}`),
  );
  const body = answer.body.toString();
  const cut =
    body.length > MAX_BODY ? `${body.slice(0, MAX_BODY)}… (${answer.body.length} bytes)` : body;
  return [
    `${answer.status} ${reason}`,
    ...headers.map(onOneLine),
    ...(cut === '' ? [] : [onOneLine(cut)]),
  ];
}

/** Control characters of an answer would move the cursor of the terminal. */
function onOneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

function isLogTelling({ finding, log }: Result): boolean {
  const status = finding?.answer?.status;
  return log.length > 0 && (status === undefined || status >= 500);
}

function nextLines(id: string, lesson: string | null, { command, guide }: Look): readonly string[] {
  const lines: string[] = [];
  if (lesson !== null) {
    lines.push(
      guide === 'none' ? `read lesson ${lesson} again` : `read: ${command} lesson ${lesson}`,
    );
    if (guide === 'lessons-and-hints') lines.push(`a hint: ${command} hint ${lesson}`);
  }
  // A service that does not start leaves nothing to replay.
  if (id !== startCheck.id) lines.push(`try it by hand: ${command} replay ${id}`);
  return lines;
}

/** A command line or a body is left on one line: broken, it could not be copied. */
function row(label: string, lines: readonly string[], { style }: Look): string[] {
  const indent = ' '.repeat(INDENT.length + LABEL);
  return lines.map((line, at) =>
    at === 0
      ? INDENT + style.cyan(label.padEnd(LABEL)) + onOneLine(line)
      : indent + onOneLine(line),
  );
}

/** Breaks prose at spaces, so that it fits beside the labels. */
function wrap(text: string, columns: number): string[] {
  const width = Math.max(columns - INDENT.length - LABEL, 40);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
