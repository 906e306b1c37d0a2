import { MAX_NAME_LENGTH } from './names.ts';
import { MAX_TEXT_LENGTH, type Field } from './resource.ts';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Reports a reason at a place within the property (`''` for itself), a part of a JSON Pointer. */
export type Report = (place: string, reason: string) => void;

const formats = ['email', 'date', 'date-time', 'uri'];

/** A reference token of a JSON Pointer (RFC 6901), cut where it is absurdly long. */
export function escapeToken(token: string): string {
  const short = token.length > MAX_NAME_LENGTH * 2 ? `${token.slice(0, 40)}…` : token;
  return short.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `format`; null where there is none. */
export function readFormat(property: Json, report: Report): Field['format'] {
  const format = property['format'];
  if (format === undefined) return null;
  if (typeof format === 'string' && formats.includes(format)) return format as Field['format'];
  report('format', `must be one of ${formats.join(', ')}`);
  return null;
}

/** `enum`, of words that need no escaping anywhere; null where there is none. */
export function readEnum(property: Json, report: Report): readonly string[] | null {
  const values = property['enum'];
  if (values === undefined) return null;
  const isUsable =
    Array.isArray(values) &&
    values.length > 0 &&
    values.length <= 100 &&
    new Set(values).size === values.length &&
    values.every(isPlainWord);
  if (isUsable) return values as string[];
  report('enum', 'must list 1 to 100 different words of letters, digits, spaces, _ . and -');
  return null;
}

function isPlainWord(value: unknown): boolean {
  return typeof value === 'string' && /^(?! )[\w .-]{1,50}(?<! )$/.test(value);
}

/** `minLength` or `maxLength`, in code points. */
export function readLength(
  property: Json,
  keyword: 'minLength' | 'maxLength',
  otherwise: number,
  report: Report,
): number {
  const { [keyword]: value = otherwise } = property;
  const isLength = Number.isSafeInteger(value) && (value as number) >= 0;
  if (isLength && (value as number) <= MAX_TEXT_LENGTH) return value as number;
  report(keyword, `must be a whole number from 0 to ${MAX_TEXT_LENGTH}`);
  return otherwise;
}

/** `minimum` or `maximum`; null where there is none. */
export function readBound(
  property: Json,
  keyword: 'minimum' | 'maximum',
  report: Report,
): number | null {
  const value = property[keyword];
  if (value === undefined) return null;
  const isWhole = property['type'] !== 'integer' || Number.isSafeInteger(value);
  if (typeof value === 'number' && Number.isFinite(value) && isWhole) return value;
  report(keyword, 'must be a number that the type can hold');
  return null;
}

/** `x-unique` or `x-closes`. */
export function readFlag(
  property: Json,
  keyword: 'x-unique' | 'x-closes',
  report: Report,
): boolean {
  const { [keyword]: value = false } = property;
  if (typeof value !== 'boolean') report(keyword, 'must be true or false');
  return value === true;
}
