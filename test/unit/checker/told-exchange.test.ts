import { expect, test } from 'vitest';
import type { Answer, Sent } from '../../../src/checker/http/exchange.ts';
import { tellExchange } from '../../../src/checker/report/told-exchange.ts';

const request: Sent = {
  host: '127.0.0.1',
  port: 4000,
  method: 'POST',
  path: '/api/v1/tasks',
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from('{"title":"a"}'),
  raw: null,
};

test('an exchange is told as plain values, which a file can keep', () => {
  const answer = {
    status: 201,
    reason: '',
    headers: new Map([['set-cookie', ['a=1', 'b=2']]]),
    body: Buffer.from('x'.repeat(3_000)),
    request,
  } as unknown as Answer;
  const told = tellExchange(request, answer);
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  expect(told.request.line).toBe('POST /api/v1/tasks');
  expect(told.answer).toMatchObject({
    line: '201 Created',
    headers: [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
  });
  expect(told.answer!.body).toMatch(/^x{2000}… \(3000 bytes\)$/);
  expect(told.curl).toContain('curl -i -X POST http://127.0.0.1:4000/api/v1/tasks');
});

test('without an answer there is only the request', () => {
  const told = tellExchange({ ...request, body: null }, null);
  expect(told).toMatchObject({ status: null, answer: null, request: { body: null } });
});
