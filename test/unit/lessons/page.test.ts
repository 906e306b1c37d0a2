import { stripVTControlCharacters } from 'node:util';
import colors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { renderPage } from '../../../src/lessons/page/page.ts';

const look = (width: number, isColoured = false) => ({
  style: colors.createColors(isColoured),
  symbols: { done: '+', failed: 'x', warning: '!', here: '>', dash: '-' },
  width,
  lessonCommand: 'create-backend lesson',
});
const page = (markdown: string, width = 40) => renderPage(markdown, look(width));

describe('a page', () => {
  test('wraps prose in the width that there is', () => {
    const prose = 'A client that\nsends a request **waits** for its *answer*, and `201` is one.';
    expect(page(prose, 24)).toBe(
      'A client that sends a\nrequest waits for its\nanswer, and `201` is\none.',
    );
  });

  test('leaves code as it is, under the path of its file', () => {
    const long = `const answer = '${'x'.repeat(60)}';`;
    expect(page(`\`\`\`ts src/a.ts\n${long}\n\n  next();\n\`\`\``)).toBe(
      `  src/a.ts\n  ${long}\n\n    next();`,
    );
  });

  test('shows lists, in lists too, and what is to be ticked off', () => {
    const list =
      '1. first of a line that is too long for it\n2. second\n   - inner\n\n- [ ] open\n- [x] done';
    expect(page(list, 24)).toBe(
      '1. first of a line that\n   is too long for it\n2. second\n\n   - inner\n\n- [ ] open\n- [x] done',
    );
  });

  test('says by which command another lesson is read', () => {
    expect(page('See [errors](lesson:05-predictable-errors).', 80)).toBe(
      'See errors (create-backend lesson 05-predictable-errors).',
    );
    expect(page('<https://example.com>', 80)).toBe('https://example.com');
  });

  test('fits tables into the width', () => {
    const table = '| code | means |\n| --- | --- |\n| `201` | something was made, and here it is |';
    expect(page(table, 30)).toBe(
      [
        'code   means',
        '-----  -----------------------',
        '`201`  something was made, and',
        '       here it is',
      ].join('\n'),
    );
  });

  test('keeps what looks like HTML', () => {
    expect(page('`a < b` & a <b> tag', 80)).toBe('`a < b` & a <b> tag');
  });

  test('separates blocks by one empty line', () => {
    expect(page('## Title\nText.\n\n\n> quoted\n\n---\n')).toBe(
      'Title\n\nText.\n\n| quoted\n\n---',
    );
  });

  test('has no control characters where colours are off', () => {
    const text = page('# T\n\n**b** `c`\n\n```ts\nconst a = 1;\n```');
    expect(stripVTControlCharacters(text)).toBe(text);
  });

  test('colours the words of code, line by line', () => {
    const code = '```ts\nconst a = `one\ntwo`; // why\n```';
    const coloured = renderPage(code, look(40, true));
    expect(stripVTControlCharacters(coloured)).toBe('  const a = `one\n  two`; // why');
    const { magenta, green, dim } = colors.createColors(true);
    expect(coloured).toContain(magenta('const'));
    expect(coloured).toContain(`${green('`one')}\n  ${green('two`')}`);
    expect(coloured).toContain(dim('// why'));
  });
});
