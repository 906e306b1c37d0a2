import type { Field } from '../../../src/catalog/resource.ts';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { fieldsThat, isNumeric, isPlainText } from '../../../src/checker/fields.ts';
import {
  emojiText,
  malformedTexts,
  numbersInside,
  numbersOutside,
  type Sample,
} from '../../../src/checker/values/edge-values.ts';

/** The checks at the very edge of what a field takes. */
export const limitChecks: readonly Check[] = [
  {
    id: 'numbers-reach-their-bounds',
    title: 'the smallest and the largest number are accepted, and come back exactly',
    likely: {
      422: 'the bound itself is shut out: < in place of <=',
      else: 'the number is changed',
    },
    run: (question) => {
      const fields = fieldsThat(question.resource, 'numbers', isNumeric);
      return eachAccepted(question, fields, numbersInside);
    },
  },
  {
    id: 'numbers-stay-in-bounds',
    title: 'a number one below the smallest or one above the largest answers 422',
    likely: {
      201: 'there is no such limit in the schema, or it is off by one',
      else: 'the number overflows',
    },
    run: (question) => {
      const fields = fieldsThat(
        question.resource,
        'bounded numbers',
        (field) => isNumeric(field) && numbersOutside(field).length > 0,
      );
      return eachRefused(question, fields, numbersOutside);
    },
  },
  {
    id: 'whole-numbers-only',
    title: 'an integer field refuses 1.5 and 1e400 with 422',
    likely: {
      201: 'any number passes; 1e400 becomes infinity, which JSON cannot write',
      else: 'it breaks',
    },
    run: async ({ api, items, resource }) => {
      const integers = fieldsThat(resource, 'integers', ({ type }) => type === 'integer');
      for (const { name, minimum } of integers) {
        const above = (minimum ?? 0) + 0.5;
        // Where numbers are so large that they have no halves.
        const between = Number.isInteger(above) ? 0.5 : above;
        const answer = await api.post(api.list, items.valid({ [name]: between }));
        expect.status(answer, 422, `for \`${name}\`: ${between}`);
        const valid = JSON.stringify(items.valid({ [name]: 0 }));
        const body = valid.replace(`"${name}":0`, `"${name}":1e400`);
        const huge = await api.provoke(() => sendJson(api, body));
        expect.status(huge, [400, 422], `for \`${name}\`: 1e400`);
      }
    },
  },
  {
    id: 'longest-text-fits',
    title: 'a text of the longest allowed length is accepted, counted in code points',
    likely: 'length counts bytes or UTF-16 units: an emoji is one character and not two or four',
    run: async ({ api, items, resource, random }) => {
      for (const { name, maxLength } of fieldsThat(resource, 'plain texts', isPlainText)) {
        const value = emojiText(maxLength, random);
        if (value === null) continue;
        const answer = await api.post(api.list, items.valid({ [name]: value }));
        expect.status(answer, 201, `for \`${name}\` of ${maxLength} emoji`);
        expect.same(expect.object(answer)[name], value, `\`${name}\``, answer);
      }
    },
  },
  {
    id: 'longer-text-is-refused',
    title: 'a text one character longer than allowed answers 422',
    likely: 'there is no limit in the schema; every limit that is missing is a decision too',
    run: async ({ api, items, resource, random }) => {
      for (const { name, maxLength } of fieldsThat(resource, 'plain texts', isPlainText)) {
        const value = random.word(maxLength + 1);
        const answer = await api.post(api.list, items.valid({ [name]: value }));
        expect.status(answer, [422, 413], `for \`${name}\` of ${maxLength + 1} characters`);
      }
    },
  },
  {
    id: 'shorter-text-is-refused',
    title: 'a text shorter than allowed answers 422: the empty one first of all',
    likely: 'present is taken for filled in: "" is a text, too',
    run: async ({ api, items, resource, random }) => {
      for (const { name, minLength } of fieldsWithLeast(resource.fields)) {
        const answer = await api.post(
          api.list,
          items.valid({ [name]: random.word(minLength - 1) }),
        );
        expect.status(answer, 422, `for \`${name}\` of ${minLength - 1} characters`);
      }
    },
  },
  {
    id: 'blank-text-is-refused',
    title: 'a text of nothing but spaces answers 422',
    likely: 'the length is measured before the text is trimmed',
    run: async ({ api, items, resource }) => {
      for (const { name, minLength } of fieldsWithLeast(resource.fields)) {
        const answer = await api.post(api.list, items.valid({ [name]: ' \t\n'.repeat(minLength) }));
        expect.status(answer, 422, `for \`${name}\` of white space`);
      }
    },
  },
  {
    id: 'text-is-trimmed',
    title: 'spaces around a text are cut off before it is stored',
    likely: 'the text is stored as it came: " a" and "a" are then two different keys',
    run: async ({ api, items, resource }) => {
      const { name } = resource.key;
      const key = items.key();
      const answer = await api.post(api.list, items.valid({ [name]: `  ${key}\t` }));
      expect.success(answer);
      expect.same(expect.object(answer)[name], key, `\`${name}\``, answer);
    },
  },
  {
    id: 'odd-words-are-refused',
    title: 'a text that is none of the choices, or not of its format, answers 422',
    likely:
      'the format stands in the document and is not checked, or the choices are compared loosely',
    run: (question) => {
      const fields = fieldsThat(
        question.resource,
        'choices and formats',
        (field) => malformedTexts(field).length > 0,
      );
      return eachRefused(question, fields, malformedTexts);
    },
  },
  {
    id: 'moments-are-in-utc',
    title: 'a moment with an offset is answered in UTC, with milliseconds',
    likely: 'the text is stored as it came: two spellings of one moment do not compare',
    run: async ({ api, items, resource }) => {
      const moments = fieldsThat(resource, 'moments', ({ format }) => format === 'date-time');
      for (const { name } of moments) {
        const input = items.valid({ [name]: '2026-03-01T01:30:00+02:00' });
        const answer = await api.post(api.list, input);
        expect.success(answer, 'for a moment with an offset');
        expect.same(expect.object(answer)[name], '2026-02-28T23:30:00.000Z', `\`${name}\``, answer);
      }
    },
  },
];

function fieldsWithLeast(fields: readonly Field[]): readonly Field[] {
  const found = fields.filter((field) => isPlainText(field) && field.minLength > 0);
  if (found.length > 0) return found;
  throw new NotRunnable('no text has a least length');
}

async function eachAccepted(
  { api, items }: Question,
  fields: readonly Field[],
  samplesOf: (field: Field) => readonly Sample[],
): Promise<void> {
  for (const field of fields) {
    for (const { called, value } of samplesOf(field)) {
      const answer = await api.post(api.list, items.valid({ [field.name]: value }));
      expect.status(answer, 201, `for ${called} \`${field.name}\`, ${String(value)}`);
      expect.same(expect.object(answer)[field.name], value, `\`${field.name}\``, answer);
    }
  }
}

async function eachRefused(
  { api, items }: Question,
  fields: readonly Field[],
  samplesOf: (field: Field) => readonly Sample[],
): Promise<void> {
  for (const field of fields) {
    for (const { called, value } of samplesOf(field)) {
      const answer = await api.post(api.list, items.valid({ [field.name]: value }));
      expect.status(answer, 422, `for ${called} in \`${field.name}\``);
    }
  }
}

function sendJson(api: Question['api'], body: string) {
  const headers = [['Content-Type', 'application/json']] as const;
  return api.send({ method: 'POST', path: api.list, headers, body });
}
