import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Literal, Sentence } from '../../../src/site/parts/sentence.tsx';
import { Markdown } from '../../../src/site/parts/markdown.tsx';

test('quotes of a sentence are set, and those of its code are not', () => {
  expect(renderToString(<Sentence text={"\"No,\" it's `it's`, he ('she') said"} />)).toBe(
    "“No,” it’s <code>it's</code>, he (‘she’) said",
  );
});

test('a quote that ends behind another part of the line is known as its end', () => {
  const html = renderToString(<Markdown text={'Say "*why*" and "`why`".'} lessonLink={String} />);
  expect(html).toBe('<p>Say “<em>why</em>” and “<code>why</code>”.</p>');
});

test('what a service said stays as it was said', () => {
  expect(renderToString(<Literal text="{'a': 1}" />)).toBe("{'a': 1}");
});
