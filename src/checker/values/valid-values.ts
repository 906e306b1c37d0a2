import type { Field, FieldValue } from '../../catalog/resource.ts';
import type { Random } from './random.ts';

/** Widest window that numbers without bounds are taken from. */
const USUAL_SPAN = 1000;
const USUAL_LENGTH = 16;
/** Shorter texts take their letters from a large alphabet, so that they still differ. */
const SHORT = 6;
const DAY_MS = 86_400_000;

/** A random value that the field accepts, spelled as the service is to answer it. */
export function validValue(field: Field, random: Random): FieldValue {
  if (field.enum !== null) return random.pick(field.enum);
  switch (field.type) {
    case 'boolean':
      return field.closes ? false : random.pick([true, false]);
    case 'integer':
      return integerOf(field, random);
    case 'number':
      return numberOf(field, random);
    case 'string':
      return field.format === null ? textOf(field, random) : formattedText(field, random);
  }
}

/** A valid value that differs from `value`; null where the field has only that one. */
export function otherValue(field: Field, value: unknown, random: Random): FieldValue | null {
  if (field.type === 'boolean') return value !== true;
  if (field.enum !== null) return field.enum.find((choice) => choice !== value) ?? null;
  for (let attempt = 0; attempt < 20; attempt++) {
    const candidate = validValue(field, random);
    if (candidate !== value) return candidate;
  }
  return null;
}

function integerOf({ minimum, maximum }: Field, random: Random): number {
  const low = minimum ?? Math.min(0, maximum ?? 0);
  const high = Math.min(low + USUAL_SPAN, maximum ?? Infinity);
  // The bounds themselves are for the checks that ask about them.
  return high - low >= 2 ? random.between(low + 1, high - 1) : random.between(low, high);
}

function numberOf({ minimum, maximum }: Field, random: Random): number {
  const low = minimum ?? Math.min(0, maximum ?? 0);
  const span = Math.min(USUAL_SPAN, (maximum ?? Infinity) - low);
  return low + (span * random.between(1, 3)) / 4;
}

function textOf({ minLength, maxLength }: Field, random: Random): string {
  const length = Math.min(Math.max(minLength, USUAL_LENGTH), maxLength);
  if (length >= SHORT) return random.word(length);
  const ideograph = () => String.fromCodePoint(random.between(0x4e00, 0x9fa5));
  return Array.from({ length }, ideograph).join('');
}

function formattedText(field: Field, random: Random): string {
  const day = () => random.between(0, 365 * 60) * DAY_MS;
  switch (field.format!) {
    case 'email':
      return around('user.', '@example.com', field, random);
    case 'uri':
      return around('https://example.com/', '', field, random);
    case 'date':
      return new Date(day()).toISOString().slice(0, 10);
    case 'date-time':
      return new Date(day() + random.between(0, DAY_MS - 1)).toISOString();
  }
}

/** A text with a random middle, as long as the field wants it. */
function around(start: string, end: string, field: Field, random: Random): string {
  const frame = start.length + end.length;
  const length = Math.max(10, field.minLength - frame);
  return start + random.word(Math.min(length, field.maxLength - frame)) + end;
}
