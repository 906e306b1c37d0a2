import {
  canonicalValue,
  exampleValues,
  invalidValues,
  refuseValue,
  type Constraints,
} from './field-values.ts';
import {
  escapeToken,
  isObject,
  readBound,
  readEnum,
  readFlag,
  readFormat,
  readLength,
  type Json,
  type Report,
} from './read-keywords.ts';
import { MAX_TEXT_LENGTH, type Field, type FieldType, type FieldValue } from './resource.ts';

const keywordsOf: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['string', ['minLength', 'maxLength', 'enum', 'format', 'x-unique']],
  ['integer', ['minimum', 'maximum']],
  ['number', ['minimum', 'maximum']],
  ['boolean', ['x-closes']],
]);
const common = ['type', 'title', 'description', 'default', 'examples'];
/** The limits of formats that have one of their own: RFC 5321 for e-mail, custom for URLs. */
const impliedMaxLength: Readonly<Record<string, number>> = { email: 254, uri: 2048 };
/** Shortest `maxLength` in which different values of a format still fit. */
const MIN_FORMAT_LENGTH = 40;

/** Reads one property of a resource's schema; what does not fit the subset is reported. */
export function parseField(name: string, json: unknown, required: boolean, report: Report): Field {
  if (!isObject(json)) {
    report('', 'must be an object');
    return standIn(name, required);
  }
  const allowed = keywordsOf.get(json['type']);
  if (allowed === undefined) {
    report('type', 'must be string, integer, number or boolean');
    return standIn(name, required);
  }
  const property = withinSubset(json, [...common, ...allowed], report);
  return completeField(name, readConstraints(property, report), property, required, report);
}

function withinSubset(json: Json, allowed: readonly string[], report: Report): Json {
  const strangers = Object.keys(json).filter((keyword) => !allowed.includes(keyword));
  for (const keyword of strangers) {
    report(escapeToken(keyword), `is not part of the subset for type ${json['type']}`);
  }
  return Object.fromEntries(Object.entries(json).filter(([keyword]) => allowed.includes(keyword)));
}

/** Takes the place of a field that cannot be read, so that the others are read all the same. */
function standIn(name: string, required: boolean): Field {
  return parseField(name, { type: 'string' }, required, () => {});
}

function readConstraints(property: Json, report: Report): Constraints {
  const format = readFormat(property, report);
  const impliedMax = impliedMaxLength[format ?? ''] ?? MAX_TEXT_LENGTH;
  refuseLengths(property, format, report);
  const constraints = {
    type: property['type'] as FieldType,
    format,
    enum: readEnum(property, report),
    minLength: readLength(property, 'minLength', 0, report),
    maxLength: readLength(property, 'maxLength', impliedMax, report),
    minimum: readBound(property, 'minimum', report),
    maximum: readBound(property, 'maximum', report),
  };
  const { minimum, maximum, minLength, maxLength } = constraints;
  if (minLength > maxLength) report('minLength', 'is greater than maxLength');
  if (minimum !== null && maximum !== null && minimum > maximum) {
    report('minimum', 'is greater than maximum');
  }
  return constraints;
}

/** Lengths say something about free text; beside a format or an enum they mostly contradict it. */
function refuseLengths(property: Json, format: Field['format'], report: Report): void {
  const { minLength, maxLength } = property as { minLength?: number; maxLength?: number };
  const isFixed = property['enum'] !== undefined || format === 'date' || format === 'date-time';
  if (isFixed && minLength !== undefined) report('minLength', 'does not go with enum or dates');
  if (isFixed && maxLength !== undefined) report('maxLength', 'does not go with enum or dates');
  if (property['enum'] !== undefined && format !== null) report('format', 'does not go with enum');
  if (isFixed || format === null) return;
  if (minLength !== undefined) report('minLength', `does not go with format ${format}`);
  if (maxLength !== undefined && maxLength < MIN_FORMAT_LENGTH) {
    report('maxLength', `must be at least ${MIN_FORMAT_LENGTH} with format ${format}`);
  }
}

function completeField(
  name: string,
  constraints: Constraints,
  property: Json,
  required: boolean,
  report: Report,
): Field {
  const hasDefault = property['default'] !== undefined;
  const unique = readFlag(property, 'x-unique', report);
  const closes = readFlag(property, 'x-closes', report);
  refuseValues(constraints, property, report);
  if (required && hasDefault) report('default', 'is never used, because the field is required');
  if (closes && property['default'] !== false) report('x-closes', 'needs "default": false');
  const nullable = !required && !hasDefault;
  const [example, otherExample] = readExamples(constraints, property);
  if (unique) refuseKey({ ...constraints, required, example, otherExample }, report);
  return {
    name,
    ...constraints,
    required,
    nullable,
    hasDefault,
    default: hasDefault ? canonicalValue(constraints, property['default'] as FieldValue) : null,
    unique,
    closes,
    isFilter: unique || constraints.type === 'boolean' || constraints.enum !== null,
    isSort: unique || (!nullable && isOrdered(constraints)),
    example,
    otherExample,
    invalid: invalidValues(constraints),
  };
}

type Key = Constraints & Pick<Field, 'required' | 'example' | 'otherExample'>;

function refuseKey(key: Key, report: Report): void {
  if (!key.required || key.enum !== null) {
    report('x-unique', 'must be on a required string without an enum');
  } else if (key.example === key.otherExample) {
    report('examples', 'must begin with two different values, because the field is unique');
  }
}

function isOrdered({ type, format }: Constraints): boolean {
  return type === 'integer' || type === 'number' || format === 'date' || format === 'date-time';
}

function refuseValues(constraints: Constraints, property: Json, report: Report): void {
  const { default: fallback, examples } = property;
  const isList = Array.isArray(examples) && examples.length > 0;
  if (examples !== undefined && !isList) report('examples', 'must be a list of values');
  const values: [string, unknown][] = isList
    ? examples.map((value, at) => [`examples/${at}`, value])
    : [];
  if (fallback !== undefined) values.push(['default', fallback]);
  for (const [keyword, value] of values) {
    const reason = refuseValue(constraints, value);
    if (reason !== null) report(keyword, reason);
  }
}

function readExamples(constraints: Constraints, property: Json): readonly [FieldValue, FieldValue] {
  const { examples } = property;
  const made = exampleValues(constraints);
  const [first = made[0], second = made[1]] = Array.isArray(examples) ? examples : [];
  return [canonicalValue(constraints, first), canonicalValue(constraints, second)];
}
