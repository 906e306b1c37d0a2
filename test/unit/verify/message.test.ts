import { describe, expect, test } from 'vitest';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';
import type { Result } from '../../../src/checker/result.ts';
import { goldenMessage } from '../../../src/lessons/verify/message.ts';

/** A failure as one run, on one machine, would have it. */
function failure(place: { port: number; folder: string; id: number; time: string }): Result {
  const stack = `at create (file://${place.folder}/verify/project-a1B2c3/src/store.ts:7:1)`;
  const body = { id: place.id, created_at: place.time, stack: stack.repeat(5) };
  const request = { host: '127.0.0.1', port: place.port, method: 'GET', path: '/api/v1/tasks/7' };
  const answer = {
    status: 500,
    reason: '',
    headers: new Map(),
    body: Buffer.from(JSON.stringify(body)),
    json: body,
    milliseconds: 3,
    phases: { connected: 1, firstByte: 2 },
    request: { ...request, headers: [], body: null, raw: null },
  } as Answer;
  return {
    check: { id: 'some-check', lesson: '03-create-and-read' } as PlacedCheck,
    title: 'a task is made',
    state: 'fail',
    finding: { expected: '201 Created', answer },
    likely: null,
    reason: null,
    log: [`listening on port: ${place.port}`, stack],
    milliseconds: 5,
  };
}

const here = {
  port: 41_023,
  folder: '/home/ada/kit/.cache',
  id: 7,
  time: '2026-11-21T11:18:57.3Z',
};
const elsewhere = { port: 5_500, folder: '/w/.cache', id: 12, time: '2027-01-01T00:00:00Z' };

describe('a message that is kept', () => {
  test('is the same at another time, on another port, in a folder with a longer path', () => {
    expect(goldenMessage(failure(here))).toBe(goldenMessage(failure(elsewhere)));
  });

  test('says in words where something varies', () => {
    const message = goldenMessage(failure(here));
    expect(message).toContain('curl -i http://127.0.0.1:PORT/api/v1/tasks/ID');
    expect(message).toContain(
      '{"id":ID,"created_at":"TIME","stack":"at create (PROJECT/src/store.ts',
    );
  });

  test('differs where the failure does', () => {
    const other = { ...failure(here), title: 'a book is made' };
    expect(goldenMessage(other)).not.toBe(goldenMessage(failure(here)));
  });
});
