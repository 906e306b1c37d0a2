import { printable } from '../../system/printable.ts';
import { plainMarkdown } from '../repositories/task.ts';

/**
 * A text that may hold what others wrote, as Markdown that shows it: no markup, no link, nobody
 * called by an `@`. What stands between backticks in it is code, as in the sentences of checks.
 */
export function markdownText(text: string): string {
  return printable(text)
    .split('`')
    .map((part, at) => (at % 2 === 0 ? plainText(part) : codeSpan(part)))
    .join('');
}

/** A text as code within a line, whatever backticks it has. */
export function codeSpan(text: string): string {
  const line = printable(text).replaceAll(/\s+/g, ' ');
  if (line.trim() === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A text as a block of code that it cannot leave. */
export function codeBlock(text: string): string {
  const shown = printable(text);
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}text\n${shown}\n${fence}`;
}

function plainText(text: string): string {
  return (
    plainMarkdown(text)
      .replaceAll('&', '&amp;')
      // Hosts look for names after entities are read, but never in code.
      .replaceAll('@', '`@`')
      .replaceAll('://', '&#58;//')
      .replaceAll(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
  );
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
