import { describe, expect, it } from 'vitest';
import { refuseValue } from '../../../src/catalog/field-values.ts';
import { parseResource } from '../../../src/catalog/parse-resource.ts';
import { presets } from '../../../src/catalog/presets.ts';
import {
  malformedTexts,
  numbersInside,
  numbersOutside,
  wrongTypes,
} from '../../../src/checker/values/edge-values.ts';
import { Items } from '../../../src/checker/values/items.ts';
import { randomFrom } from '../../../src/checker/values/random.ts';

const short = {
  title: 'thing',
  'x-plural': 'things',
  type: 'object',
  properties: {
    code: { type: 'string', minLength: 1, maxLength: 1, 'x-unique': true },
    mail: { type: 'string', format: 'email', maxLength: 40 },
    site: { type: 'string', format: 'uri' },
    day: { type: 'string', format: 'date', default: '2026-01-01' },
    at: { type: 'string', format: 'date-time' },
    size: { type: 'string', enum: ['small', 'large'], default: 'small' },
    ratio: { type: 'number', minimum: 0.1, maximum: 0.2 },
    depth: { type: 'integer', maximum: -5, default: -7 },
  },
  required: ['code', 'mail'],
};

describe('values for the checks', () => {
  for (const schema of [...Object.values(presets), short]) {
    const resource = parseResource(schema).resource!;
    const items = new Items(resource, randomFrom(7, resource.name), new Set());

    it(`makes items that the schema accepts: ${resource.plural}`, () => {
      for (let count = 0; count < 200; count++) {
        for (const item of [items.valid(), items.minimal(), items.unusual()]) {
          for (const field of resource.fields) {
            if (item[field.name] === undefined) continue;
            expect(
              refuseValue(field, item[field.name]),
              `${field.name}: ${item[field.name]}`,
            ).toBeNull();
          }
        }
      }
    });

    it(`never repeats a natural key: ${resource.plural}`, () => {
      const keys = Array.from({ length: 500 }, () => items.key());
      expect(new Set(keys).size).toBe(keys.length);
    });

    it(`knows what the schema refuses: ${resource.plural}`, () => {
      for (const field of resource.fields) {
        const refused = [...wrongTypes(field), ...malformedTexts(field)];
        if (field.type === 'integer') refused.push(...numbersOutside(field));
        for (const { value } of refused) {
          expect(
            refuseValue(field, value),
            `${field.name}: ${JSON.stringify(value)}`,
          ).not.toBeNull();
        }
      }
    });

    it(`knows the edges of what it accepts: ${resource.plural}`, () => {
      for (const field of resource.fields.filter(({ type }) => type === 'integer')) {
        for (const { value } of numbersInside(field)) expect(refuseValue(field, value)).toBeNull();
      }
    });
  }

  it('repeats itself for the same seed, and not for another', () => {
    const [first, again, other, elsewhere] = [
      randomFrom(1, 'a-check'),
      randomFrom(1, 'a-check'),
      randomFrom(2, 'a-check'),
      randomFrom(1, 'another'),
    ].map((random) => random.word(20));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(elsewhere).not.toBe(first);
  });
});
