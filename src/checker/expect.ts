import { isDeepStrictEqual } from 'node:util';
import { STATUS_CODES } from 'node:http';
import { Failure } from './failure.ts';
import { header, type Answer } from './http/exchange.ts';

/** A JSON object. */
export type Json = Record<string, unknown>;

/** Ends the check as failed unless the status is (one of) these. */
export function status(answer: Answer, wanted: number | readonly number[], why = ''): void {
  const statuses = typeof wanted === 'number' ? [wanted] : wanted;
  if (statuses.includes(answer.status)) return;
  const names = statuses.map((code) => `${code} ${STATUS_CODES[code]}`).join(' or ');
  throw new Failure({ expected: why === '' ? names : `${names}: ${why}`, answer });
}

/** Ends the check as failed unless the status is one of success; which one is for another check. */
export function success(answer: Answer, why = ''): void {
  that(answer.status >= 200 && answer.status < 300, `a success${why && ` ${why}`}`, answer);
}

/** Ends the check as failed unless the condition holds. */
export function that(isSo: boolean, expected: string, answer?: Answer, got?: string): void {
  if (!isSo) throw new Failure({ expected, answer, ...(got === undefined ? {} : { got }) });
}

/** Ends the check as failed unless two JSON values are the same; names the first difference. */
export function same(actual: unknown, wanted: unknown, what: string, answer?: Answer): void {
  if (isDeepStrictEqual(actual, wanted)) return;
  const { path, left, right } = firstDifference(actual, wanted, what);
  const spell = looksLike(left, right) ? showCodePoints : show;
  throw new Failure({
    expected: `${path} is ${spell(right)}`,
    got: `${path} is ${spell(left)}`,
    answer,
  });
}

/** The object in the body of an answer; fails where there is none. */
export function object(answer: Answer): Json {
  that(isObject(answer.json), 'a JSON object as body', answer);
  return answer.json as Json;
}

/** The items of a list in the body of an answer; fails where there are none. */
export function items(answer: Answer): Json[] {
  const { items } = object(answer);
  that(Array.isArray(items), '`items` is an array', answer, `\`items\` is ${show(items)}`);
  return items as Json[];
}

/** A header of an answer; fails where it is absent. */
export function hasHeader(answer: Answer, name: string): string {
  const value = header(answer, name);
  that(value !== null, `the header ${name}`, answer, `no header ${name}`);
  return value!;
}

/** Pointers of the errors that an answer lists (`[{pointer, detail}]`); empty where it lists none. */
export function pointers(answer: Answer): string[] {
  const errors = isObject(answer.json) ? answer.json['errors'] : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => String((error as Json | null)?.['pointer']));
}

/** Whether a JSON value is an object, not an array and not null. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON value in one short line. */
export function show(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

/** Whether two texts that differ look the same, since one letter can be written in two ways. */
function looksLike(left: unknown, right: unknown): boolean {
  return (
    typeof left === 'string' && typeof right === 'string' && left.normalize() === right.normalize()
  );
}

function showCodePoints(text: unknown): string {
  return show(text).replaceAll(/[^ -~]/gu, numberOf);
}

function numberOf(letter: string): string {
  return `\\u{${letter.codePointAt(0)!.toString(16)}}`;
}

function firstDifference(left: unknown, right: unknown, path: string) {
  if (isObject(left) && isObject(right)) {
    for (const name of new Set([...Object.keys(right), ...Object.keys(left)])) {
      if (isDeepStrictEqual(left[name], right[name])) continue;
      return { path: `\`${name}\` of ${path}`, left: left[name], right: right[name] };
    }
  }
  return { path, left, right };
}
