/** The types of the JSON Schema subset. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean';

/** The formats of strings that are understood, after JSON Schema draft 2020-12. */
export type FieldFormat = 'email' | 'date' | 'date-time' | 'uri';

/** A value that a field can hold in JSON. */
export type FieldValue = string | number | boolean;

/** One property of a resource. Bounds that were not given are null. */
export interface Field {
  /** snake_case, as in JSON and SQL. */
  readonly name: string;
  readonly type: FieldType;
  readonly format: FieldFormat | null;
  readonly enum: readonly string[] | null;
  /** In code points; 0 where the schema says nothing. Only meaningful for strings. */
  readonly minLength: number;
  /** In code points; the format's or 10,000 where the schema says nothing. Only meaningful for strings. */
  readonly maxLength: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Must be in every POST and PUT. */
  readonly required: boolean;
  /** Neither required nor defaulted: absent or null in a request, null in an answer. */
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly default: FieldValue | null;
  /** The natural key: exactly one string field of a resource. */
  readonly unique: boolean;
  /** A closed item is not changed until it is reopened: exactly one boolean of a resource. */
  readonly closes: boolean;
  /** May be asked for by `?<name>=` in lists: booleans, enums and the natural key. */
  readonly isFilter: boolean;
  /** May be sorted by: the natural key, and numbers and dates that are never null. */
  readonly isSort: boolean;
  /** Two valid values, different from each other wherever the type allows it. */
  readonly example: FieldValue;
  readonly otherExample: FieldValue;
  /** JSON scalars that must be refused (wrong types, out of bounds); never over-long strings. */
  readonly invalid: readonly FieldValue[];
}

/** What a project serves: a JSON Schema object, read and completed. */
export interface Resource {
  /** Singular, snake_case, e.g. `line_item`. */
  readonly name: string;
  /** Plural, snake_case; the name of the table. */
  readonly plural: string;
  /** Plural, kebab-case; the segment of the URL and the folder of the source. */
  readonly path: string;
  readonly fields: readonly Field[];
  readonly key: Field;
  readonly closes: Field;
  readonly filters: readonly Field[];
  /** Names of the fields that lists sort by, besides `id`, `created_at` and `updated_at`. */
  readonly sorts: readonly string[];
  /** Two whole valid items with different natural keys. */
  readonly example: Readonly<Record<string, FieldValue>>;
  readonly otherExample: Readonly<Record<string, FieldValue>>;
  /** The JSON Schema that it was read from, kept for the state file. */
  readonly schema: object;
}

/** A reason why a schema was refused. */
export interface SchemaProblem {
  /** JSON Pointer into the schema, e.g. `/properties/pages/minimum`. */
  readonly pointer: string;
  readonly reason: string;
}

/** Longest string that any field accepts, and the limit where a schema sets none, in code points. */
export const MAX_TEXT_LENGTH = 10_000;

/** Whole resource from its fields and names: everything else follows from them. */
export function buildResource(
  name: string,
  plural: string,
  fields: readonly Field[],
  schema: object,
): Resource {
  const itemOf = (value: (field: Field) => FieldValue) =>
    Object.fromEntries(
      fields.filter((field) => !field.closes).map((field) => [field.name, value(field)]),
    );
  return {
    name,
    plural,
    path: plural.replaceAll('_', '-'),
    fields,
    key: fields.find((field) => field.unique)!,
    closes: fields.find((field) => field.closes)!,
    filters: fields.filter((field) => field.isFilter),
    sorts: fields.filter((field) => field.isSort).map((field) => field.name),
    example: itemOf((field) => field.example),
    otherExample: itemOf((field) => field.otherExample),
    schema,
  };
}
