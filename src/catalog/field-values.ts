import type { Field, FieldFormat, FieldValue } from './resource.ts';

/** What decides whether a value fits a field. */
export type Constraints = Pick<
  Field,
  'type' | 'format' | 'enum' | 'minLength' | 'maxLength' | 'minimum' | 'maximum'
>;

/** The addresses that the services accept, too: https://zod.dev/api#emails. */
const email =
  /^(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

const formats: Readonly<Record<FieldFormat, (text: string) => boolean>> = {
  email: (text) => email.test(text),
  date: isRealDate,
  'date-time': (text) => {
    const match = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(text);
    return match !== null && isRealDate(match[1]!) && !Number.isNaN(Date.parse(text));
  },
  uri: (text) => /^https?:\/\/[!-~]+$/i.test(text) && URL.canParse(text),
};

/** Reason why a field would refuse a value, or null. */
export function refuseValue(field: Constraints, value: unknown): string | null {
  if (field.type === 'string') {
    return typeof value === 'string' ? refuseText(field, value) : 'must be a string';
  }
  if (field.type === 'boolean') {
    return typeof value === 'boolean' ? null : 'must be true or false';
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
  if (field.type === 'integer' && !Number.isSafeInteger(value)) return 'must be a whole number';
  if (field.minimum !== null && value < field.minimum) return `must be at least ${field.minimum}`;
  if (field.maximum !== null && value > field.maximum) return `must be at most ${field.maximum}`;
  return null;
}

/** Two valid values for a field whose schema gives no examples. */
export function exampleValues(field: Constraints): readonly [FieldValue, FieldValue] {
  if (field.enum !== null) return [field.enum[0]!, field.enum.at(-1)!];
  if (field.type === 'boolean') return [false, true];
  if (field.type === 'string') return exampleTexts(field);
  const low = field.minimum ?? Math.min(1, field.maximum ?? 1);
  const others = [low + 1, field.maximum ?? low];
  return [low, others.find((value) => refuseValue(field, value) === null) ?? low];
}

/** A valid value in the spelling in which services keep and answer it: moments are in UTC. */
export function canonicalValue(field: Constraints, value: FieldValue): FieldValue {
  const isMoment = field.format === 'date-time' && refuseValue(field, value) === null;
  return isMoment ? new Date(value as string).toISOString() : value;
}

/** JSON scalars that a field must refuse, chosen by its type and bounds. */
export function invalidValues(field: Constraints): readonly FieldValue[] {
  return candidates(field).filter((value) => refuseValue(field, value) !== null);
}

function candidates(field: Constraints): readonly FieldValue[] {
  if (field.type === 'boolean') return ['true', 1];
  if (field.type === 'string') return invalidTexts(field);
  const outside = [
    ...(field.minimum === null ? [] : [field.minimum - 1]),
    ...(field.maximum === null ? [] : [field.maximum + 1]),
  ];
  return ['5', true, ...(field.type === 'integer' ? [1.5] : []), ...outside];
}

function refuseText(field: Constraints, text: string): string | null {
  const { length } = [...text];
  if (text.includes('\0') || !text.isWellFormed()) return 'has forbidden characters';
  if (text !== text.trim()) return 'must not begin or end with white space';
  if (field.enum !== null && !field.enum.includes(text)) return 'must be one of the enum';
  if (length < field.minLength) return `must have at least ${field.minLength} characters`;
  if (length > field.maxLength) return `must have at most ${field.maxLength} characters`;
  if (field.format !== null && !formats[field.format](text)) return `must be a ${field.format}`;
  return null;
}

function exampleTexts(field: Constraints): readonly [string, string] {
  const fit = (text: string) =>
    text.slice(0, field.maxLength).trimEnd().padEnd(field.minLength, '.');
  if (field.format === null) return [fit('a first example'), fit('second example')];
  return {
    email: ['ada@example.com', 'lin@example.com'],
    date: ['2026-01-15', '2026-02-28'],
    'date-time': ['2026-01-15T09:30:00.000Z', '2026-02-28T18:00:00.000Z'],
    uri: ['https://example.com/first', 'https://example.com/second'],
  }[field.format] as [string, string];
}

function invalidTexts(field: Constraints): readonly FieldValue[] {
  if (field.enum !== null) return [5, `not-${field.enum[0]}`];
  const malformed: Readonly<Record<FieldFormat, FieldValue[]>> = {
    email: ['not-an-email', 'a@b@c.example'],
    date: ['2026-02-30', '15.01.2026'],
    'date-time': ['2026-01-15 09:30', '2026-02-30T00:00:00Z', '2026-01-15T09:30:00'],
    uri: ['not a uri', '/relative'],
  };
  const tooShort = field.minLength > 0 ? [' '] : [];
  return [5, true, ...tooShort, ...(field.format === null ? [] : malformed[field.format])];
}

function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
