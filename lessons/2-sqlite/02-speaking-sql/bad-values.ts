import type { Resource } from '../../../src/catalog/resource.ts';
import { isPlainText } from '../../../src/checker/fields.ts';

/** One column, and a value that it must not take. */
export interface BadValue {
  readonly column: string;
  readonly value: string | number | null;
}

/** For each bound and each choice a value that is just not allowed. */
export function beyondBounds({ fields }: Resource): BadValue[] {
  return fields.flatMap((field) => {
    const { name: column, minimum, maximum, enum: choices } = field;
    const isShortest = isPlainText(field) && field.minLength > 0;
    return [
      ...beyond(minimum, -1).map((value) => ({ column, value })),
      ...beyond(maximum, 1).map((value) => ({ column, value })),
      ...(choices === null ? [] : [{ column, value: `not-${choices[0]}` }]),
      ...(isShortest ? [{ column, value: '' }] : []),
    ];
  });
}

/** The next whole number on the other side; none where doubles are too coarse for it. */
function beyond(bound: number | null, step: number): number[] {
  return bound === null || bound + step === bound ? [] : [bound + step];
}
