import type { Result } from '../result.ts';

/** A run in the XML of JUnit, as build servers and graders read it. */
export function reportJunit(results: readonly Result[], seed: number, ms: number): string {
  const count = (state: Result['state']) =>
    results.filter((result) => result.state === state).length;
  const attributes = [
    `name="create-backend check"`,
    `tests="${results.length}"`,
    `failures="${count('fail')}"`,
    `errors="${count('kit-fault')}"`,
    `skipped="${count('not-run')}"`,
    `time="${seconds(ms)}"`,
  ].join(' ');
  const properties = `<properties><property name="seed" value="${seed}"/></properties>`;
  const cases = results.map(testCase).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite ${attributes}>\n${properties}\n${cases}\n</testsuite>\n`;
}

function testCase(result: Result): string {
  const { check, title, milliseconds } = result;
  const suite = check.lesson ?? 'conformance';
  const open = `<testcase classname="${escape(suite)}" name="${escape(`${check.id}: ${title}`)}" time="${seconds(milliseconds)}"`;
  const inside = outcome(result);
  return inside === '' ? `${open}/>` : `${open}>${inside}</testcase>`;
}

function outcome({ state, finding, likely, reason }: Result): string {
  if (state === 'pass') return '';
  if (state === 'not-run') return `<skipped message="${escape(reason ?? '')}"/>`;
  if (state === 'kit-fault') return `<error message="${escape(reason ?? '')}"/>`;
  const got = finding?.got ?? `status ${finding?.answer?.status}`;
  const message = `expected ${finding?.expected}; got ${got}`;
  return `<failure message="${escape(message)}">${escape(likely ?? '')}</failure>`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** XML 1.0 has no place for control characters, not even escaped. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}
