import { z } from 'zod';

/** Text of `min` to `max` code points, trimmed first; without NUL and lone surrogates. */
export function text(min = 0, max = 10_000) {
  return limited(z.string().trim(), min, max);
}

/** A password: text that is never trimmed, since all that was typed belongs to it. */
export function secret(min = 0, max = 10_000) {
  return limited(z.string(), min, max);
}

function limited(string: z.ZodString, min: number, max: number) {
  return string
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'has forbidden characters')
    .refine((value) => isLong(value, min, max), `must have ${min} to ${max} characters`)
    .meta({ minLength: min, maxLength: max });
}

/** An e-mail address, kept as it was typed. */
export function email(min: number, max: number) {
  return text(min, max).check(z.email());
}

/** An absolute http or https URL (RFC 3986, so ASCII), kept as it was typed. */
export function uri(min: number, max: number) {
  return text(min, max)
    .refine((value) => /^https?:\/\/[!-~]+$/i.test(value) && URL.canParse(value), 'must be a URL')
    .meta({ minLength: min, maxLength: max, format: 'uri' });
}

/** A real day, `YYYY-MM-DD`; databases begin with the year 1. */
export function date() {
  return z
    .string()
    .trim()
    .check(z.iso.date())
    .refine((value) => value >= '0001', 'must be in the years 0001 to 9999');
}

/** A moment with its offset (RFC 3339), kept in UTC: `2026-01-02T03:04:05.000Z`. */
export function dateTime() {
  return z
    .string()
    .trim()
    .check(z.iso.datetime({ offset: true, abort: true }))
    .overwrite((value) => new Date(value).toISOString())
    .refine((value) => /^(?!0000)\d/.test(value), 'must be in the years 0001 to 9999');
}

/** Counted as a reader would: an emoji is one character, not the two units of UTF-16. */
function isLong(value: string, min: number, max: number): boolean {
  const length = [...value].length;
  return length >= min && length <= max;
}
