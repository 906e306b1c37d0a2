import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { Answer } from '../../../src/checker/http/exchange.ts';

const JSON_TYPE = 'application/json';

/** The checks of bodies that are not even JSON. */
export const refusalChecks: readonly Check[] = [
  {
    id: 'broken-json-is-400',
    title: 'a body that is cut off, or no JSON at all, answers 400',
    likely: {
      422: 'broken and wrong are thrown together: 400 says "I cannot read it", 422 "I will not take it"',
      500: 'the parser throws, and nothing catches it',
      else: 'the parser forgives what is no JSON',
    },
    run: async ({ api, resource }) => {
      const name = resource.key.name;
      for (const body of [
        `{"${name}":`,
        'hello',
        "{'a':1}",
        `{"${name}":"a",}`,
        `{"${name}":NaN}`,
      ]) {
        const answer = await api.provoke(() => send(api, body));
        expect.status(answer, 400, `for the body ${body}`);
      }
    },
  },
  {
    id: 'trailing-text-is-400',
    title: 'JSON with something behind it answers 400',
    likely: 'the parser stops after the first value and never asks whether there is more',
    run: async ({ api, items }) => {
      for (const more of ['x', '{}', ' null']) {
        const answer = await api.provoke(() => send(api, JSON.stringify(items.valid()) + more));
        expect.status(answer, 400, `for valid JSON followed by ${more}`);
      }
    },
  },
  {
    id: 'empty-body-is-400',
    title: 'an empty body answers 400',
    likely: { 500: 'fields of nothing are read', else: 'nothing is taken for an empty object' },
    run: async ({ api }) => {
      const answer = await api.provoke(() => send(api, ''));
      expect.status(answer, 400, 'for a body of length 0');
    },
  },
  {
    id: 'broken-utf8-is-400',
    title: 'a body that is not UTF-8 answers 400',
    likely: 'wrong bytes silently become question marks, and that is what is stored',
    run: async ({ api, items, resource }) => {
      const valid = JSON.stringify(items.valid({ [resource.key.name]: 'KEY' }));
      const [before, after] = valid.split('KEY') as [string, string];
      const key = Buffer.concat([Buffer.from(`${items.key()}`), Buffer.from([0xff, 0xfe, 0xc3])]);
      const body = Buffer.concat([Buffer.from(before), key, Buffer.from(after)]);
      expect.status(await api.provoke(() => send(api, body)), 400);
    },
  },
  {
    id: 'other-media-types-are-415',
    title: 'a body that is not application/json answers 415',
    likely: {
      201: 'the body is parsed whatever it says it is: any web page can then post a form to it',
      else: 'the type of the body is not looked at before its content',
    },
    run: async ({ api, items }) => {
      const body = JSON.stringify(items.valid());
      const types = [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ];
      for (const type of [...types, 'application/jsonp', 'application/json; charset=latin1']) {
        expect.status(await api.provoke(() => send(api, body, type)), 415, `for ${type}`);
      }
    },
  },
  {
    id: 'json-may-name-its-charset',
    title: 'application/json may be written in capitals, and may name UTF-8',
    likely: 'the header is compared as a whole text instead of being read',
    run: async ({ api, items }) => {
      for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
        const answer = await send(api, JSON.stringify(items.valid()), type);
        expect.that(answer.status < 300, `success for Content-Type: ${type}`, answer);
      }
    },
  },
];

function send(api: Api, body: string | Buffer, type = JSON_TYPE): Promise<Answer> {
  return api.send({ method: 'POST', path: api.list, headers: [['Content-Type', type]], body });
}
