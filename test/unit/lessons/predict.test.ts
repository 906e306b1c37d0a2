import { describe, expect, test } from 'vitest';
import { readPredictions } from '../../../scripts/prediction-source.ts';
import { byLayer, deepestLayer, layerOf } from '../../../src/lessons/predict/layer-of.ts';
import type { Step } from '../../../src/lessons/predict/trace.ts';
import { readRequest } from '../../../src/lessons/predict/written-request.ts';

describe('a request as it is written', () => {
  test('has a method, a path, headers and a body', () => {
    const text = 'PUT /api/v1/tasks/{id}\nIf-Match: "1"\n\n{"a": 1,\n\n"b": 2}\n';
    expect(readRequest(text, 7)).toEqual({
      method: 'PUT',
      path: '/api/v1/tasks/7',
      headers: [
        ['If-Match', '"1"'],
        ['Content-Type', 'application/json'],
      ],
      body: '{"a": 1,\n\n"b": 2}',
    });
  });

  test('without a body has no type, and keeps one that it names', () => {
    expect(readRequest('GET /health/live', null)).toEqual({
      method: 'GET',
      path: '/health/live',
      headers: [],
    });
    const { headers } = readRequest('POST /a\ncontent-type: text/plain\n\nhello', null);
    expect(headers).toEqual([['content-type', 'text/plain']]);
  });
});

describe('predict.yaml', () => {
  const sound = `
- question: Which?
  request: GET /api/v1/tasks
  choices: [200, 404, 500]
  answer: 200
  decides: store
  why: Because.`;

  test('is read, and sends nothing before where nothing is said', () => {
    expect(readPredictions('predict.yaml', sound)).toEqual([
      {
        question: 'Which?',
        request: 'GET /api/v1/tasks',
        choices: [200, 404, 500],
        answer: 200,
        decides: 'store',
        why: 'Because.',
        before: [],
      },
    ]);
  });

  test.each([
    ['answer: 200', 'answer: 201', '1: answer must be one of the choices'],
    [
      'decides: store',
      'decides: cache',
      '1: decides must be one of router, schema, service, store',
    ],
    ['request: GET /api', 'request: get it', '1: request must be a method and a path'],
    ['[200, 404, 500]', '[200, 200, 404]', '1: choices must be at least three different statuses'],
    ['why: Because.', 'because: it is', '1: there is no key because'],
  ])('with a fault stops the build: %s', (from, to, message) => {
    const read = () => readPredictions('1/2/predict.yaml', sound.replace(from, to));
    expect(read).toThrow(message);
    expect(read).toThrow('1/2/predict.yaml');
  });
});

test('what ran is sorted by layers, whatever the language calls its files', () => {
  expect(layerOf('src/tasks/routes.ts')).toBe('router');
  expect(layerOf('src/http/errors.ts')).toBe('router');
  expect(layerOf('src/http/fields.ts')).toBe('schema');
  expect(layerOf('src/tasks/service.ts')).toBe('service');
  expect(layerOf('src/tasks/postgres-store.ts')).toBe('store');
  expect(layerOf('src/db/database.ts')).toBe('store');
  const ran = step('src/tasks/service.ts');
  expect(byLayer([ran])).toEqual({ router: [], schema: [], service: [ran], store: [] });
});

test('a request went down to the deepest layer that ran, or to the schema, which nobody sees run', () => {
  const turnedAway = byLayer([step('src/http/errors.ts')]);
  expect(deepestLayer(turnedAway, 'router')).toBe('router');
  expect(deepestLayer(turnedAway, 'schema')).toBe('schema');
  const served = byLayer([step('src/tasks/routes.ts'), step('src/tasks/service.ts')]);
  expect(deepestLayer(served, 'store')).toBe('service');
  expect(deepestLayer(served, 'schema')).toBe('service');
});

function step(path: string): Step {
  return { path, line: 1, name: '', code: '' };
}
