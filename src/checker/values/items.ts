import type { Field, FieldValue, Resource } from '../../catalog/resource.ts';
import type { Random } from './random.ts';
import { otherValue, validValue } from './valid-values.ts';

/** An item as it goes into a request. */
export type Input = Record<string, unknown>;

/** Makes items of the resource; natural keys never repeat within a run. */
export class Items {
  readonly #resource: Resource;
  readonly #random: Random;
  readonly #usedKeys: Set<unknown>;

  /** @param usedKeys natural keys that earlier checks of the run have used */
  constructor(resource: Resource, random: Random, usedKeys: Set<unknown>) {
    this.#resource = resource;
    this.#random = random;
    this.#usedKeys = usedKeys;
  }

  /** A valid, open item with every field, some of them as given; undefined leaves a field out. */
  valid(given: Input = {}): Input {
    const { fields, key } = this.#resource;
    const entries = fields.map((field) => [
      field.name,
      field === key ? this.key() : validValue(field, this.#random),
    ]);
    const item = { ...Object.fromEntries(entries), ...given } as Input;
    return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
  }

  /** A valid item with nothing but the required fields. */
  minimal(given: Input = {}): Input {
    const required = this.#resource.fields.filter((field) => field.required);
    const valid = this.valid();
    return { ...Object.fromEntries(required.map(({ name }) => [name, valid[name]])), ...given };
  }

  /** A valid, open item of which no field has its default, so that a reset would show. */
  unusual(): Input {
    const usual = this.stored(this.minimal());
    const others = this.#resource.fields
      .filter((field) => !field.required && !field.closes)
      .map((field) => [field.name, this.other(field, usual) ?? undefined]);
    return this.valid(Object.fromEntries(others) as Input);
  }

  /** A natural key that no item has. */
  key(): FieldValue {
    for (;;) {
      const key = validValue(this.#resource.key, this.#random);
      if (this.#usedKeys.has(key)) continue;
      this.#usedKeys.add(key);
      return key;
    }
  }

  /** A valid value of the field that differs from what the item has; null where there is none. */
  other(field: Field, item: Input): FieldValue | null {
    if (field === this.#resource.key) return this.key();
    return otherValue(field, item[field.name], this.#random);
  }

  /** What is stored of an input: defaults and nulls filled in. */
  stored(input: Input): Input {
    const entries = this.#resource.fields.map((field) => [
      field.name,
      input[field.name] === undefined ? valueOfAbsent(field) : input[field.name],
    ]);
    return Object.fromEntries(entries) as Input;
  }

  /**
   * A field other than the natural key and the closing one, with a valid value that differs from
   * the item's; the natural key where there is no such field.
   */
  change(item: Input): { field: Field; value: FieldValue } {
    const { fields, key, closes } = this.#resource;
    for (const field of fields) {
      if (field === key || field === closes) continue;
      const value = this.other(field, item);
      if (value !== null) return { field, value };
    }
    return { field: key, value: this.key() };
  }
}

function valueOfAbsent(field: Field): FieldValue | null {
  return field.hasDefault ? field.default : null;
}
