import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { page } from '../../../src/site/page.tsx';
import { styleSheet } from '../../../src/site/style-sheet.ts';

test('what comes from outside is text in a page', () => {
  const html = page({ title: '<b>', body: <p>{'<script>alert(1)</script>'}</p> });
  expect(html).toContain('<title>&lt;b></title>');
  expect(html).toContain('<p>&lt;script>alert(1)&lt;/script></p>');
});

test('a page alone has its style sheet in it, allows just that, and loads nothing', () => {
  const html = page({ title: 'Feedback', body: <h1>Feedback</h1> });
  const style = /<style>(.*)<\/style>/s.exec(html)![1]!;
  expect(style).toBe(styleSheet());
  const hash = createHash('sha256').update(style).digest('base64');
  expect(html).toContain(`style-src 'sha256-${hash}'`);
  expect(html).not.toMatch(/(?:src|href)="(?!#|data:)/);
});

test('the style sheet takes nothing from elsewhere', () => {
  expect(styleSheet()).not.toMatch(/@import|url\(|https?:/);
});
