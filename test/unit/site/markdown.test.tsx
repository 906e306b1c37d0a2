import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Markdown } from '../../../src/site/parts/markdown.tsx';

function html(text: string): string {
  return renderToString(<Markdown text={text} lessonLink={(name) => `/lesson/${name}`} />);
}

test('links lead to lessons and into the web, and nowhere else', () => {
  expect(html('[a](lesson:sqlite/01-it-forgets)')).toBe(
    '<p><a href="/lesson/sqlite/01-it-forgets">a</a></p>',
  );
  expect(html('[a](https://example.org)')).toBe('<p><a href="https://example.org">a</a></p>');
  expect(html('[a](javascript:alert)')).toBe('<p><a href="#">a</a></p>');
});

test('markup in a text is shown as text', () => {
  expect(html('<img src=x onerror=alert(1)>')).not.toContain('<img');
  expect(html('a <b>bold</b> word')).toBe('<p>a &lt;b>bold&lt;/b> word</p>');
});

test('quoted code has its path above it, and its words are coloured', () => {
  const page = html('```ts src/app.ts\nconst a = 1;\n```');
  expect(page).toContain('<figcaption>src/app.ts</figcaption>');
  expect(page).toContain('<span class="hljs-keyword">const</span>');
});

test('items to tick have a box and a label', () => {
  expect(html('- [ ] I can say it.')).toBe(
    '<ul class="task-list"><li><label><input type="checkbox"/> <span>I can say it.</span></label></li></ul>',
  );
});

test('headings can be linked to', () => {
  expect(html('## Your task')).toBe('<h2 id="your-task">Your task</h2>');
});
