import type { Field } from '../../catalog/resource.ts';
import type { Random } from './random.ts';

/** A value with the words that a report calls it by. */
export interface Sample {
  readonly called: string;
  readonly value: unknown;
}

/** Longest text that still fits a request beside the other fields, in bytes of UTF-8. */
const MAX_TEXT_BYTES = 60_000;
const emoji = [...'😀🚀🌵🎈🦊🍕🎻🌙⚡🐙'].filter((character) => character.length === 2);

/** Values of every JSON type that the field does not have; null where it may not be null. */
export function wrongTypes(field: Field): readonly Sample[] {
  const samples: Readonly<Record<Field['type'], readonly unknown[]>> = {
    string: [5, true, [], {}],
    integer: ['5', true, [1], {}],
    number: ['1.5', true, [1], {}],
    boolean: ['true', 1, 0, [], {}],
  };
  return samples[field.type].map((value) => ({ called: JSON.stringify(value), value }));
}

/** The outermost numbers that the field still accepts. */
export function numbersInside({ type, minimum, maximum }: Field): readonly Sample[] {
  const widest = type === 'integer' ? Number.MAX_SAFE_INTEGER : 1e300;
  return [
    { called: 'the smallest', value: minimum ?? -widest },
    { called: 'the largest', value: maximum ?? widest },
  ];
}

/** The nearest numbers that the field refuses. */
export function numbersOutside({ type, minimum, maximum }: Field): readonly Sample[] {
  const implied = type === 'integer' ? 2 ** 53 : null;
  const below = minimum === null ? implied && -implied : minimum - stepAt(minimum);
  const above = maximum === null ? implied : maximum + stepAt(maximum);
  return [
    { called: 'one below the smallest', value: below },
    { called: 'one above the largest', value: above },
  ].filter(({ value }) => value !== null && Number.isFinite(value));
}

/** One, or as much as makes a difference to a number that large. */
function stepAt(bound: number): number {
  return Math.max(1, Math.abs(bound) * 2 ** -50);
}

/** A text of exactly so many code points, each of which takes four bytes; null where it is too big. */
export function emojiText(codePoints: number, random: Random): string | null {
  if (codePoints * 4 > MAX_TEXT_BYTES) return null;
  return Array.from({ length: codePoints }, () => random.pick(emoji)).join('');
}

/** Texts that are no value of the format. */
export function malformedTexts({ format, enum: choices }: Field): readonly Sample[] {
  const texts = choices === null ? [] : [`not-${choices[0]}`, changeCase(choices[0]!)];
  const malformed: Readonly<Record<NonNullable<Field['format']>, readonly string[]>> = {
    email: ['not-an-email', 'two@at@signs.example', '@example.com', 'spaces in@example.com'],
    date: ['2026-02-30', '15.01.2026', '2026-1-5', '2026-13-01', 'tomorrow'],
    'date-time': ['2026-01-15T09:30:00', '2026-02-30T00:00:00Z', '2026-01-15', '1768469400'],
    uri: ['not a uri', '/relative', 'ftp://example.com/file', 'javascript:alert(1)'],
  };
  return [...texts, ...(format === null ? [] : malformed[format])]
    .filter((text) => choices === null || !choices.includes(text))
    .map((value) => ({ called: JSON.stringify(value), value }));
}

function changeCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}
