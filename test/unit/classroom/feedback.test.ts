import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { feedbackMarkdown } from '../../../src/classroom/pages/feedback-markdown.ts';
import { feedbackPage } from '../../../src/classroom/pages/feedback-page.tsx';
import { codeBlock, codeSpan, markdownText } from '../../../src/classroom/pages/markdown-text.ts';
import { feedbackOn, hostile } from '../../support/graded-class.ts';
import { checked, failing, grade, lesson } from '../../support/grades.ts';

const pages = [
  ['HTML', feedbackPage],
  ['Markdown', feedbackMarkdown],
] as const;

/** What obeys or turns a text, but for the end of a line. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}]/u;

/** What a host of repositories looks for names in. */
const withoutCode = (html: string) => html.replaceAll(/<code[\s\S]*?<\/code>/g, '');

/** A page without its style sheet. */
const bodyOf = (html: string) => html.slice(html.indexOf('<body'));

describe.each(pages)('feedback as %s', (_form, write) => {
  test('tells of a failure what was tried, expected and came, its cause, and why it matters', () => {
    const text = write(feedbackOn(grade('ada', [lesson('03', failing('answers-201', 4))])));
    expect(text).toContain('the promise of answers-201');
    expect(text).toContain('curl -i -X POST');
    expect(text).toContain('201 Created');
    expect(text).toContain('200 OK');
    expect(text).toContain('the handler returns the task and says no status');
    expect(text).toContain('Why 03 matters.');
    expect(text).toContain('It cost 4 points.');
  });

  test('tells what could not be asked with what it waited for', () => {
    const waiting = checked('list', { state: 'not-run', reason: 'answers-201 failed', lost: 3 });
    const text = write(
      feedbackOn(grade('ada', [lesson('03', failing('answers-201', 4), waiting)])),
    );
    expect(text).toContain('It cost 7 points, with the 1 check that wait for it.');
  });

  test('says how the total comes about, with the reason of each change', () => {
    const points = {
      possible: 100,
      earned: 80,
      total: 67,
      late: 16,
      adjusted: 3,
      lateness: 'It came 2 d after it was due, which costs 20 % of what was earned.',
      adjustments: ['a slip in the task'],
    };
    const text = write(feedbackOn(grade('ada', [], { points })));
    expect(text).toContain('which costs 20 %');
    expect(text).toContain('−16');
    expect(text).toContain('+3');
    expect(text).toContain('a slip in the task');
    expect(text).toContain('67');
  });

  test('shows no points where the kit has failed, and says whose fault it is', () => {
    const state = { state: 'not-graded', reason: 'the disk is full' } as const;
    const text = write(feedbackOn(grade('ada', [], state)));
    expect(text).toContain('has failed, and not your work: the disk is full.');
    expect(text).not.toContain('of 0 points');
  });

  test('says that nothing was handed in', () => {
    const text = write(feedbackOn(grade('ada', [], { state: 'missing', submission: null })));
    expect(text).toContain('Nothing was handed in');
  });

  test('tells what the sandbox has stopped, and what else was seen', () => {
    const incidents = [{ kind: 'memory', text: 'it used more than 768 MB, and was ended' }];
    const text = write(feedbackOn(grade('ada', [], { incidents, notes: ['It is a zip.'] })));
    expect(text).toContain('it used more than 768 MB');
    expect(text).toContain('It is a zip.');
  });
});

describe.each(hostile)('what a service says, as %j,', (said) => {
  const parts = { got: said, reason: said, log: [said], tried: said };
  const lessons = [lesson('03', failing('answers-201', 4, parts))];
  const notes = [said];
  const given = feedbackOn(
    grade('ada', lessons, { notes, incidents: [{ kind: 'x', text: said }] }),
  );

  test('is text in a page', () => {
    const html = bodyOf(feedbackPage(given));
    expect(html).not.toMatch(/<script|<img/);
    expect(html).not.toMatch(unseen);
  });

  test('is text in Markdown', () => {
    const markdown = feedbackMarkdown(given);
    expect(markdown).not.toMatch(unseen);
    const shown = marked.parse(markdown, { async: false });
    expect(shown).not.toMatch(/<(?:script|img|a)\b/);
    expect(shown.match(/<h1/g)).toHaveLength(1);
    expect(shown.match(/<tr/g)).toHaveLength(5);
    expect(withoutCode(shown)).not.toContain('@everyone');
  });
});

test('code in Markdown cannot be left by backticks', () => {
  expect(codeSpan('a ``b` c')).toBe('```a ``b` c```');
  expect(codeSpan('`')).toBe('`` ` ``');
  expect(codeBlock('```\n# out')).toBe('````text\n```\n# out\n````');
  expect(markdownText('`id` is *whole*')).toBe('`id` is \\*whole\\*');
});

test('the name of a student is text in a page', () => {
  expect(feedbackPage(feedbackOn(grade('ada', []), 'Ada <Moreau>'))).toContain(
    '<bdi>Ada &lt;Moreau></bdi>',
  );
});
