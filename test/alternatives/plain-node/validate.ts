import { Problem, type Fault } from './problem.ts';

export interface TaskFields {
  title: string;
  priority: number;
  completed: boolean;
}

const rules: Record<keyof TaskFields, (value: unknown) => string | null> = {
  title: (value) => {
    if (typeof value !== 'string') return 'must be a text';
    const length = [...value.trim()].length;
    if (length < 1 || length > 200) return 'must have 1 to 200 characters';
    return !value.isWellFormed() || value.includes('\0') ? 'has characters that no text has' : null;
  },
  priority: (value) =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5
      ? null
      : 'must be a whole number from 1 to 5',
  completed: (value) => (typeof value === 'boolean' ? null : 'must be true or false'),
};

/** The fields that were sent, trimmed; all faults at once where there are any. */
export function validate(body: unknown, required: readonly string[]): Partial<TaskFields> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem(422, [{ pointer: '/body', detail: 'must be an object' }]);
  }
  const faults: Fault[] = [];
  for (const name of required) {
    if (!Object.hasOwn(body, name)) faults.push({ pointer: `/body/${name}`, detail: 'is missing' });
  }
  for (const [name, value] of Object.entries(body)) {
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof TaskFields] : () => 'is unknown';
    const detail = rule(value);
    if (detail !== null) faults.push({ pointer: `/body/${name}`, detail });
  }
  if (faults.length > 0) throw new Problem(422, faults);
  const fields = body as Partial<TaskFields>;
  return fields.title === undefined ? fields : { ...fields, title: fields.title.trim() };
}
