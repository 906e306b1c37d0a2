import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { fieldsThat, isRoomyText } from '../../../src/checker/fields.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';

const HUGE = 400_000;
/** Time in which a body that is too large has to be refused, in milliseconds. */
const PROMPT_MS = 1_000;
/** Texts that careless code changes: combining marks, joined emoji, right to left, quotes. */
const texts = [
  'Zoë',
  'Zoe\u0308',
  '👩‍👩‍👧',
  'שלום',
  '日本語',
  `O'Reilly "x"; --`,
  '<b>&amp;</b>',
  'a\r\nb',
  '\\n%s',
];

/** The checks of what a person would never type. */
export const hostileChecks: readonly Check[] = [
  {
    id: 'unicode-comes-back',
    title: 'a text of any script comes back exactly as it was sent',
    likely: 'the text is escaped, normalised or re-encoded on its way',
    run: async ({ api, items, resource, random }) => {
      const [field] = fieldsThat(resource, 'roomy plain texts', isRoomyText);
      for (const text of texts) {
        const value = `${random.word(8)}${text}.`;
        const answer = await api.post(api.list, items.valid({ [field!.name]: value }));
        expect.success(answer, `for ${JSON.stringify(value)}`);
        const { id } = expect.object(answer);
        expect.same(expect.object(answer)[field!.name], value, `\`${field!.name}\``, answer);
        const stored = await api.get(api.item(id));
        expect.same(expect.object(stored)[field!.name], value, `\`${field!.name}\``, stored);
      }
    },
  },
  {
    id: 'huge-text-is-refused',
    title: 'a text of 400,000 characters is refused within a second, and not sent back',
    likely: {
      201: 'no limit on the text and none on the body: whoever likes can fill the memory',
      422: 'the message of the fault quotes all that was sent',
      else: 'something works on the whole text before its length is looked at',
    },
    run: async ({ api, items, resource }) => {
      const input = items.valid({ [resource.key.name]: 'x'.repeat(HUGE) });
      const answer = await api.provoke(() => api.post(api.list, input));
      expect.status(answer, [413, 422]);
      expect.that(answer.milliseconds < PROMPT_MS, 'an answer within 1 s', answer);
      expect.that(answer.body.length < 5_000, 'an answer that does not repeat the text', answer);
    },
  },
  {
    id: 'big-body-is-413',
    title: 'a body of more than 100 KiB answers 413, whether its length is announced or not',
    likely: {
      201: 'there is no limit',
      422: 'the body is read whole before anything looks at its size',
      else: 'the limit holds only for what Content-Length announces',
    },
    run: async ({ api, items }) => {
      const body = JSON.stringify(items.valid({ filler: 'x'.repeat(110_000) }));
      const announced = await api.provoke(() => sendJson(api, body));
      expect.status(announced, 413, 'for a body of 110 KB');
      const chunked = await api.provoke(() => sendChunked(api, body));
      expect.status(chunked, 413, 'for the same in chunks, without a length');
    },
  },
  {
    id: 'nul-is-refused',
    title: 'a NUL in a text answers 422',
    likely: 'it is stored, and the first database that cannot hold it answers 500',
    run: async ({ api, items, resource }) => {
      const value = `${items.key()}\u0000`;
      const input = items.valid({ [resource.key.name]: value });
      const answer = await api.provoke(() => api.post(api.list, input));
      expect.status(answer, 422);
    },
  },
  {
    id: 'half-a-character-is-refused',
    title: 'a lone surrogate (half of an emoji) answers 422 or 400',
    likely: 'it is stored, and no list that holds it can be written as UTF-8',
    run: async ({ api, items, resource }) => {
      const valid = JSON.stringify(items.valid({ [resource.key.name]: 'KEY' }));
      const body = valid.replace('"KEY"', String.raw`"${items.key()}\ud83d"`);
      expect.status(await api.provoke(() => sendJson(api, body)), [400, 422]);
    },
  },
  {
    id: 'deep-nesting-is-survived',
    title: 'a body of 20,000 brackets answers below 500, within a second',
    likely: 'something walks through the body by calling itself, and the stack is finite',
    run: async ({ api, resource }) => {
      const deep = '['.repeat(20_000) + ']'.repeat(20_000);
      for (const body of [deep, `{"${resource.key.name}":${deep}}`]) {
        const answer = await api.provoke(() => sendJson(api, body));
        expect.status(answer, [400, 413, 422]);
        expect.that(answer.milliseconds < PROMPT_MS, 'an answer within 1 s', answer);
      }
    },
  },
  {
    id: 'prototype-is-left-alone',
    title: '`__proto__` and `constructor` are fields that nobody knows',
    likely: 'the body is merged key by key: in JavaScript that reaches every other object',
    run: async ({ api, items }) => {
      const valid = JSON.stringify(items.valid()).slice(1);
      for (const field of ['"__proto__":{"isAdmin":true}', '"constructor":{"prototype":{"x":1}}']) {
        const answer = await api.provoke(() => sendJson(api, `{${field},${valid}`));
        expect.status(answer, [400, 422], `with ${field}`);
      }
    },
  },
];

/** Room for twenty characters. */
function sendJson(api: Api, body: string): Promise<Answer> {
  const headers = [['Content-Type', 'application/json']] as const;
  return api.send({ method: 'POST', path: api.list, headers, body });
}

function sendChunked(api: Api, body: string): Promise<Answer> {
  const headers = [
    ['Content-Type', 'application/json'],
    ['Transfer-Encoding', 'chunked'],
  ] as const;
  const chunks = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  return api.send({ method: 'POST', path: api.list, headers, body: chunks });
}
