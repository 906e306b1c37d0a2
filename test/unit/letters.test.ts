import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/catalog/presets.ts';
import type { Resource } from '../../src/catalog/resource.ts';
import { stages } from '../../src/catalog/stages.ts';
import { drawLetter, granted, writeLetter } from '../../src/lessons/mail/draw-letter.ts';
import { loadLetters } from '../../src/lessons/mail/letter.ts';
import { plan, resourceFrom } from '../support/plan.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'resources');
const described = readdirSync(fixtures).map(
  (file) => JSON.parse(readFileSync(join(fixtures, file), 'utf8')) as object,
);
const resources = [...Object.values(presets), ...described].map(resourceFrom);

describe.each(stages)('the mail at the end of $id', ({ number }) => {
  const letters = loadLetters(number);

  it('has at least three letters, each with three ways to ask', () => {
    expect(letters.length).toBeGreaterThanOrEqual(3);
    for (const { wishes } of letters) expect(wishes.length).toBeGreaterThanOrEqual(3);
  });

  it('asks in the words of every resource for something that it does not have yet', () => {
    for (const resource of resources) {
      for (const letter of letters) {
        for (const { wish, wanted } of granted(letter.wishes, resource)) {
          const { subject, text } = writeLetter(letter, wish, plan({ resource }), wanted);
          expect(`${subject}\n${text}`).not.toMatch(/\{\{|undefined|\[object/);
          expect(wanted.schema).not.toEqual(resource.schema);
          expect(text).toContain(askedFor(resource, wanted));
        }
      }
    }
  });

  it('is the same for the same seed, and not the same for all', () => {
    const drawn = Array.from({ length: 30 }, (_, seed) => drawLetter(letters, plan(), seed).text);
    expect(drawLetter(letters, plan(), 7).text).toBe(drawn[7]);
    expect(new Set(drawn).size).toBeGreaterThan(5);
  });
});

it('a letter that moves the natural key leaves the old field free to repeat', () => {
  const [, , letter] = loadLetters(1);
  const [{ wanted } = expect.fail()] = granted(letter!.wishes, plan().resource);
  expect(wanted.key).toMatchObject({ name: 'label_code', required: true, minLength: 4 });
  expect(wanted.fields.find(({ name }) => name === 'title')!.unique).toBe(false);
});

/** The name of the new field, or the new limit. */
function askedFor(before: Resource, wanted: Resource): string {
  const known = new Set(before.fields.map(({ name }) => name));
  const added = wanted.fields.find(({ name }) => !known.has(name));
  return added?.name ?? String(wanted.key.maxLength);
}
