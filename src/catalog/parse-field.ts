import { exampleValues, invalidValues, refuseValue, type Constraints } from './field-values.ts';
import { MAX_TEXT_LENGTH, type Field, type FieldValue } from './resource.ts';

/** Reports a reason at a keyword of the property, or at the property itself. */
export type Report = (keyword: string, reason: string) => void;

type Json = Readonly<Record<string, unknown>>;

const keywordsOf: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'enum', 'format', 'x-unique'],
  integer: ['minimum', 'maximum'],
  number: ['minimum', 'maximum'],
  boolean: ['x-closes'],
};
const common = ['type', 'title', 'description', 'default', 'examples'];
const formats = ['email', 'date', 'date-time', 'uri'];
/** The limits of formats that have one of their own: RFC 5321 for e-mail, custom for URLs. */
const impliedMaxLength: Readonly<Record<string, number>> = { email: 254, uri: 2048 };
/** Shortest `maxLength` in which different values of a format still fit. */
const MIN_FORMAT_LENGTH = 40;

/** Reads one property of a resource's schema; what does not fit the subset is reported. */
export function parseField(name: string, json: unknown, required: boolean, report: Report): Field {
  const property = isObject(json) ? json : {};
  if (!isObject(json)) report('', 'must be an object');
  const type = String(property['type']);
  const allowed = keywordsOf[type];
  if (isObject(json) && allowed === undefined) {
    report('type', 'must be string, integer, number or boolean');
  }
  for (const keyword of Object.keys(property)) {
    if (allowed !== undefined && ![...common, ...allowed].includes(keyword)) {
      report(keyword, `is not part of the subset for type ${type}`);
    }
  }
  const constraints = readConstraints(property, report);
  return completeField(name, constraints, property, required, report);
}

function readConstraints(property: Json, report: Report): Constraints {
  const type = property['type'] as Field['type'];
  const format = readFormat(property, report);
  const impliedMax = impliedMaxLength[format ?? ''] ?? MAX_TEXT_LENGTH;
  refuseLengths(property, format, report);
  const constraints = {
    type,
    format,
    enum: readEnum(property, report),
    minLength: readCount(property, 'minLength', 0, report),
    maxLength: readCount(property, 'maxLength', impliedMax, report),
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
  if (unique && (!required || constraints.enum !== null)) {
    report('x-unique', 'must be on a required string without an enum');
  }
  if (closes && property['default'] !== false) report('x-closes', 'needs "default": false');
  const nullable = !required && !hasDefault;
  const [example, otherExample] = readExamples(constraints, property);
  return {
    name,
    ...constraints,
    required,
    nullable,
    hasDefault,
    default: hasDefault ? (property['default'] as FieldValue) : null,
    unique,
    closes,
    isFilter: unique || constraints.type === 'boolean' || constraints.enum !== null,
    isSort: unique || (!nullable && isOrdered(constraints)),
    example,
    otherExample,
    invalid: invalidValues(constraints),
  };
}

function isOrdered({ type, format }: Constraints): boolean {
  return type === 'integer' || type === 'number' || format === 'date' || format === 'date-time';
}

function refuseValues(constraints: Constraints, property: Json, report: Report): void {
  const examples = Array.isArray(property['examples']) ? property['examples'] : [];
  if (property['examples'] !== undefined && examples.length === 0) {
    report('examples', 'must be a list of values');
  }
  const values: [string, unknown][] = examples.map((value, at) => [`examples/${at}`, value]);
  if (property['default'] !== undefined) values.push(['default', property['default']]);
  for (const [keyword, value] of values) {
    const reason = refuseValue(constraints, value);
    if (reason !== null) report(keyword, reason);
  }
}

function readExamples(constraints: Constraints, property: Json): readonly [FieldValue, FieldValue] {
  const made = exampleValues(constraints);
  const given = Array.isArray(property['examples']) ? (property['examples'] as FieldValue[]) : [];
  return [given[0] ?? made[0], given[1] ?? made[1]];
}

function readFormat(property: Json, report: Report): Field['format'] {
  const format = property['format'];
  if (format === undefined) return null;
  if (typeof format === 'string' && formats.includes(format)) return format as Field['format'];
  report('format', `must be one of ${formats.join(', ')}`);
  return null;
}

function readEnum(property: Json, report: Report): readonly string[] | null {
  const values = property['enum'];
  if (values === undefined) return null;
  const isUsable =
    Array.isArray(values) &&
    values.length > 0 &&
    values.length <= 100 &&
    new Set(values).size === values.length &&
    values.every((value) => typeof value === 'string' && /^[\w .-]{1,50}$/.test(value));
  if (isUsable) return values as string[];
  report('enum', 'must list 1 to 100 different words of letters, digits, spaces, _ . and -');
  return null;
}

function readCount(property: Json, keyword: string, otherwise: number, report: Report): number {
  const value = property[keyword];
  if (value === undefined) return otherwise;
  if (
    Number.isSafeInteger(value) &&
    (value as number) >= 0 &&
    (value as number) <= MAX_TEXT_LENGTH
  ) {
    return value as number;
  }
  report(keyword, `must be a whole number from 0 to ${MAX_TEXT_LENGTH}`);
  return otherwise;
}

function readBound(property: Json, keyword: string, report: Report): number | null {
  const value = property[keyword];
  if (value === undefined) return null;
  const isWhole = property['type'] !== 'integer' || Number.isSafeInteger(value);
  if (typeof value === 'number' && Number.isFinite(value) && isWhole) return value;
  report(keyword, 'must be a number that the type can hold');
  return null;
}

function readFlag(property: Json, keyword: string, report: Report): boolean {
  const value = property[keyword] ?? false;
  if (typeof value !== 'boolean') report(keyword, 'must be true or false');
  return value === true;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
