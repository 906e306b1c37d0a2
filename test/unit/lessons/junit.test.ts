import { expect, test } from 'vitest';
import { readJunit } from '../../../src/lessons/your-tests/junit.ts';

test('tests are read from a report, with what came of them', () => {
  const xml = `<testsuites><testsuite name="creating">
    <testcase name="is &amp;quot;well&amp;quot;" time="0.1" classname="test"/>
    <testcase name="is not" classname="test"><failure message="1 !== 2">…</failure></testcase>
    <testcase name="was left out" classname="test"><skipped type="skipped"/></testcase>
  </testsuite></testsuites>`;
  expect(readJunit(xml)).toEqual([
    { name: 'is "well"', hasPassed: true },
    { name: 'is not', hasPassed: false },
  ]);
});

test('what tests print beside the report is no test', () => {
  expect(readJunit('<p>hello</p>\n<testcase name="one"/>')).toHaveLength(1);
});

test('what is no report has no tests', () => {
  expect(readJunit('Could not find any file')).toEqual([]);
});
