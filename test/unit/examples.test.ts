import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refuseValue } from '../../src/catalog/field-values.ts';
import { parseResource } from '../../src/catalog/parse-resource.ts';
import { presets } from '../../src/catalog/presets.ts';
import type { Resource } from '../../src/catalog/resource.ts';

function resourceOf(schema: object): Resource {
  const { resource, problems } = parseResource(schema);
  expect(problems).toEqual([]);
  return resource!;
}

function expectHonestValues({ fields, example, otherExample, key }: Resource): void {
  for (const field of fields) {
    expect(refuseValue(field, field.example)).toBeNull();
    expect(refuseValue(field, field.otherExample)).toBeNull();
    expect(field.invalid.length).toBeGreaterThan(0);
    for (const value of field.invalid)
      expect(refuseValue(field, value)).toEqual(expect.any(String));
  }
  expect(example[key.name]).not.toBe(otherExample[key.name]);
}

const bounds = <T>(value: fc.Arbitrary<T>, low: string, high: string) =>
  fc
    .tuple(value, value)
    .map(([a, b]) => (a <= b ? { [low]: a, [high]: b } : { [low]: b, [high]: a }));

const property = fc.oneof(
  bounds(fc.maxSafeInteger(), 'minimum', 'maximum').map((rest) => ({ type: 'integer', ...rest })),
  bounds(fc.double({ noNaN: true, noDefaultInfinity: true }), 'minimum', 'maximum').map((rest) => ({
    type: 'number',
    ...rest,
  })),
  fc.maxSafeInteger().map((minimum) => ({ type: 'integer', minimum })),
  fc.maxSafeInteger().map((maximum) => ({ type: 'integer', maximum })),
  bounds(fc.nat(300), 'minLength', 'maxLength').map((rest) => ({ type: 'string', ...rest })),
  fc
    .uniqueArray(fc.stringMatching(/^[\w.-]{1,50}$/), { minLength: 1, maxLength: 9 })
    .map((words) => ({ type: 'string', enum: words })),
  fc
    .constantFrom('email', 'date', 'date-time', 'uri')
    .map((format) => ({ type: 'string', format })),
  fc.constantFrom('string', 'integer', 'number', 'boolean').map((type) => ({ type })),
);

describe('the examples of a field are valid, and its invalid values are not', () => {
  test.each(Object.entries(presets))('in the preset %s', (_id, schema) => {
    expectHonestValues(resourceOf(schema));
  });

  test('in every field that a schema can describe', () => {
    fc.assert(
      fc.property(property, (it) => {
        const code = { type: 'string', 'x-unique': true };
        const schema = {
          title: 'thing',
          type: 'object',
          properties: { code, it },
          required: ['code'],
        };
        expectHonestValues(resourceOf(schema));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a preset', () => {
  test.each(Object.entries(presets))(
    '%s has two different examples for each field but its closing one',
    (_id, schema) => {
      const { fields } = resourceOf(schema);
      for (const { example, otherExample } of fields) expect(example).not.toBe(otherExample);
    },
  );

  test.each(Object.entries(presets))('%s describes itself in a few words', (id, schema) => {
    expect(schema).toMatchObject({
      'x-plural': id,
      description: expect.stringMatching(/^[A-Z].{10,60}$/),
    });
  });
});
