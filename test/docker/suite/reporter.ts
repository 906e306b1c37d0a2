import type { TestEvent } from 'node:test/reporters';

/** Prints a line for each test as it ends, the reason of each failure, and the two totals. */
export default async function* lines(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const total = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:pass' && data.skip === undefined) {
      total.passed += 1;
      yield `ok      ${seconds(data.details.duration_ms)}  ${data.name}\n`;
    }
    if (type === 'test:fail') {
      total.failed += 1;
      yield `FAILED  ${seconds(data.details.duration_ms)}  ${data.name}\n${reason(data)}\n`;
    }
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
  }
  yield `${total.passed} passed, ${total.failed} failed\n`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`.padStart(7);
}

/** The cause of a failure, indented; not the wrapper that node:test puts around it. */
function reason(failure: { details: { error: Error } }): string {
  const { error } = failure.details;
  const cause = error.cause instanceof Error ? error.cause : error;
  return (cause.stack ?? cause.message).replace(/^/gm, '        ');
}
