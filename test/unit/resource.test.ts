import { describe, expect, test } from 'vitest';
import { parseResource } from '../../src/catalog/parse-resource.ts';

const key = { type: 'string', minLength: 1, 'x-unique': true };

/** Reasons by pointer for a schema that differs from a valid one by the given properties. */
function problemsOf(properties: object, rest: object = {}): Record<string, string> {
  const schema = {
    title: 'thing',
    type: 'object',
    properties: { code: key, ...properties },
    required: ['code'],
    ...rest,
  };
  const { problems } = parseResource(schema);
  return Object.fromEntries(problems.map(({ pointer, reason }) => [pointer, reason]));
}

function fieldOf(property: object, required = false) {
  const schema = {
    title: 'thing',
    type: 'object',
    properties: { code: key, it: property },
    required: required ? ['code', 'it'] : ['code'],
  };
  const { resource, problems } = parseResource(schema);
  expect(problems).toEqual([]);
  return resource!.fields.find(({ name }) => name === 'it')!;
}

describe('a resource', () => {
  test('is known by its names, its key, and the field that closes it', () => {
    const { resource } = parseResource({
      title: 'line_item',
      type: 'object',
      properties: {
        code: key,
        amount: { type: 'integer' },
        done: { type: 'boolean', default: false, 'x-closes': true },
      },
      required: ['code', 'amount'],
    });
    expect(resource).toMatchObject({
      name: 'line_item',
      plural: 'line_items',
      path: 'line-items',
      sorts: ['code', 'amount'],
    });
    expect(resource!.key.name).toBe('code');
    expect(resource!.closes.name).toBe('done');
    expect(resource!.filters.map(({ name }) => name)).toEqual(['code', 'done']);
    expect(resource!.example).toEqual({ code: 'a first example', amount: 1 });
    expect(resource!.otherExample).toEqual({ code: 'second example', amount: 2 });
  });

  test('gets a field "archived" where none closes it', () => {
    const { resource } = parseResource({
      title: 'thing',
      type: 'object',
      properties: { code: key },
      required: ['code'],
    });
    expect(resource!.closes).toMatchObject({
      name: 'archived',
      type: 'boolean',
      default: false,
      closes: true,
    });
  });

  test('may say which draft it follows, and that it takes no other fields', () => {
    expect(
      problemsOf({}, { $schema: 'x', $id: 'y', description: 'z', additionalProperties: false }),
    ).toEqual({});
  });

  test.each([null, [], 'tasks', 5, true, undefined])('is an object, and %j is none', (json) => {
    expect(parseResource(json)).toEqual({
      resource: null,
      problems: [{ pointer: '', reason: 'must be a JSON object' }],
    });
  });

  test.each([
    ['an unknown keyword', { allOf: [] }, '/allOf', 'is not part of the subset'],
    [
      'a keyword that a pointer must escape',
      { 'a/b~c': 1 },
      '/a~1b~0c',
      'is not part of the subset',
    ],
    ['another type', { type: 'array' }, '/type', 'must be "object"'],
    [
      'open fields',
      { additionalProperties: true },
      '/additionalProperties',
      'must be false: unknown fields are always refused',
    ],
    ['no title', { title: undefined }, '/title', expect.stringMatching(/^must be snake_case/)],
    [
      'a title that is a list',
      { title: ['thing'] },
      '/title',
      expect.stringMatching(/^must be snake_case/),
    ],
    ['a reserved title', { title: 'table' }, '/title', 'is a reserved word of SQL'],
    [
      'a plural that is no text',
      { 'x-plural': 5 },
      '/x-plural',
      expect.stringMatching(/^must be snake_case/),
    ],
    [
      'a plural of null',
      { 'x-plural': null },
      '/x-plural',
      expect.stringMatching(/^must be snake_case/),
    ],
    ['a plural like the title', { 'x-plural': 'thing' }, '/x-plural', 'must differ from the title'],
    [
      'a plural that the service uses',
      { 'x-plural': 'users' },
      '/x-plural',
      expect.stringMatching(/^is (taken|a reserved)/),
    ],
    ['properties that are a list', { properties: [] }, '/properties', expect.any(String)],
    ['no properties', { properties: {} }, '/properties', expect.any(String)],
    [
      'a required list that is none',
      { required: 'code' },
      '/required',
      'must be a list of field names',
    ],
    ['a required list of null', { required: null }, '/required', 'must be a list of field names'],
    [
      'a required stranger',
      { required: ['code', 'it'] },
      '/required/1',
      'is not one of the properties',
    ],
    [
      'a required object',
      { required: ['code', {}] },
      '/required/1',
      'is not one of the properties',
    ],
  ])('with %s is refused', (_what, rest, pointer, reason) => {
    expect(problemsOf({}, rest)).toHaveProperty([pointer], reason);
  });

  test('has one natural key, no less and no more', () => {
    expect(problemsOf({ code: { type: 'string' } })).toHaveProperty(
      ['/properties'],
      'must mark one string x-unique, and marks 0',
    );
    expect(problemsOf({ other: key }, { required: ['code', 'other'] })).toHaveProperty(
      ['/properties'],
      'must mark one string x-unique, and marks 2',
    );
  });

  test('has at most one field that closes it', () => {
    const closing = { type: 'boolean', default: false, 'x-closes': true };
    expect(problemsOf({ a: closing, b: closing })).toHaveProperty(
      ['/properties'],
      'must mark one boolean x-closes, and marks 2',
    );
    expect(problemsOf({ archived: { type: 'string' } })).toHaveProperty(['/properties/archived']);
  });

  test('has at most 30 fields', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`f${at}`, { type: 'boolean' }]),
    );
    expect(problemsOf(many)).toHaveProperty(['/properties'], 'must have 1 to 30 fields');
  });

  test('tells all that is wrong at once', () => {
    const problems = problemsOf({ Bad: { type: 'string' }, it: { type: 'date' } }, { oneOf: [] });
    expect(Object.keys(problems)).toEqual(['/oneOf', '/properties/Bad', '/properties/it/type']);
  });

  test('is refused, and nothing is polluted, where a name is one of a prototype', () => {
    const json =
      '{"title":"thing","type":"object","required":["code"],"__proto__":{"polluted":1},"properties":{"code":{"type":"string","x-unique":true},"__proto__":{"type":"string"},"constructor":{"type":"toString"}}}';
    const { problems } = parseResource(JSON.parse(json));
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '/__proto__',
      '/properties/__proto__',
      '/properties/constructor',
      '/properties/constructor/type',
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('names an absurdly long key in short', () => {
    const [pointer] = Object.keys(problemsOf({}, { ['k'.repeat(100_000)]: 1 }));
    expect(pointer!.length).toBeLessThan(60);
  });
});

describe('a field', () => {
  test.each([
    'toString',
    'constructor',
    '__proto__',
    'array',
    'null',
    '',
    5,
    null,
    ['string'],
    { a: 1 },
  ])('of type %j is refused', (type) => {
    expect(problemsOf({ it: { type } })).toEqual({
      '/properties/it/type': 'must be string, integer, number or boolean',
    });
  });

  test.each([null, 'string', 5, [], true])('that is %j is refused', (property) => {
    expect(problemsOf({ it: property })).toEqual({ '/properties/it': 'must be an object' });
  });

  test.each([
    [{ type: 'string', pattern: '^a$' }, 'pattern', 'is not part of the subset for type string'],
    [{ type: 'string', minimum: 1 }, 'minimum', 'is not part of the subset for type string'],
    [{ type: 'integer', maxLength: 1 }, 'maxLength', 'is not part of the subset for type integer'],
    [{ type: 'number', multipleOf: 2 }, 'multipleOf', 'is not part of the subset for type number'],
    [{ type: 'boolean', enum: [true] }, 'enum', 'is not part of the subset for type boolean'],
    [
      { type: 'integer', 'x-unique': true },
      'x-unique',
      'is not part of the subset for type integer',
    ],
    [{ type: 'string', 'x-closes': true }, 'x-closes', 'is not part of the subset for type string'],
    [{ type: 'string', minLength: -1 }, 'minLength', 'must be a whole number from 0 to 10000'],
    [{ type: 'string', minLength: null }, 'minLength', 'must be a whole number from 0 to 10000'],
    [{ type: 'string', maxLength: 1.5 }, 'maxLength', 'must be a whole number from 0 to 10000'],
    [{ type: 'string', maxLength: 1e9 }, 'maxLength', 'must be a whole number from 0 to 10000'],
    [{ type: 'string', maxLength: '9' }, 'maxLength', 'must be a whole number from 0 to 10000'],
    [{ type: 'string', minLength: 3, maxLength: 2 }, 'minLength', 'is greater than maxLength'],
    [{ type: 'string', format: 'uuid' }, 'format', 'must be one of email, date, date-time, uri'],
    [{ type: 'string', format: ['email'] }, 'format', 'must be one of email, date, date-time, uri'],
    [
      { type: 'string', format: 'date', minLength: 1 },
      'minLength',
      'does not go with enum or dates',
    ],
    [
      { type: 'string', format: 'email', minLength: 1 },
      'minLength',
      'does not go with format email',
    ],
    [
      { type: 'string', format: 'email', maxLength: 5 },
      'maxLength',
      'must be at least 40 with format email',
    ],
    [{ type: 'string', enum: ['a'], format: 'email' }, 'format', 'does not go with enum'],
    [{ type: 'string', enum: ['a'], maxLength: 1 }, 'maxLength', 'does not go with enum or dates'],
    [{ type: 'string', enum: [] }, 'enum', expect.stringMatching(/^must list 1 to 100/)],
    [{ type: 'string', enum: ['a', 'a'] }, 'enum', expect.any(String)],
    [{ type: 'string', enum: [1] }, 'enum', expect.any(String)],
    [{ type: 'string', enum: [' a'] }, 'enum', expect.any(String)],
    [{ type: 'string', enum: ["it's"] }, 'enum', expect.any(String)],
    [{ type: 'string', enum: ['{{x}}'] }, 'enum', expect.any(String)],
    [
      { type: 'string', enum: Array.from({ length: 101 }, (_, at) => `v${at}`) },
      'enum',
      expect.any(String),
    ],
    [{ type: 'integer', minimum: 1.5 }, 'minimum', 'must be a number that the type can hold'],
    [{ type: 'integer', maximum: 2 ** 53 }, 'maximum', 'must be a number that the type can hold'],
    [{ type: 'number', minimum: '1' }, 'minimum', 'must be a number that the type can hold'],
    [{ type: 'number', minimum: null }, 'minimum', 'must be a number that the type can hold'],
    [{ type: 'number', maximum: Infinity }, 'maximum', 'must be a number that the type can hold'],
    [{ type: 'number', minimum: 2, maximum: 1 }, 'minimum', 'is greater than maximum'],
    [{ type: 'boolean', 'x-closes': 'yes' }, 'x-closes', 'must be true or false'],
    [{ type: 'boolean', 'x-closes': true }, 'x-closes', 'needs "default": false'],
    [{ type: 'boolean', 'x-closes': true, default: true }, 'x-closes', 'needs "default": false'],
    [{ type: 'string', default: null }, 'default', 'must be a string'],
    [{ type: 'string', default: 5 }, 'default', 'must be a string'],
    [{ type: 'string', default: ' a' }, 'default', 'must not begin or end with white space'],
    [{ type: 'string', default: 'a\0' }, 'default', 'has forbidden characters'],
    [{ type: 'string', default: '\ud800' }, 'default', 'has forbidden characters'],
    [{ type: 'string', minLength: 1, default: '' }, 'default', 'must have at least 1 characters'],
    [{ type: 'string', maxLength: 1, default: 'ab' }, 'default', 'must have at most 1 characters'],
    [{ type: 'string', enum: ['a'], default: 'b' }, 'default', 'must be one of the enum'],
    [{ type: 'string', format: 'date', default: '2026-02-30' }, 'default', 'must be a date'],
    [{ type: 'string', format: 'date', default: '0000-01-01' }, 'default', 'must be a date'],
    [
      { type: 'string', format: 'date-time', default: '2026-01-01T00:00:00' },
      'default',
      'must be a date-time',
    ],
    [
      { type: 'string', format: 'email', default: 'a..b@example.com' },
      'default',
      'must be a email',
    ],
    [{ type: 'string', format: 'uri', default: 'ftp://example.com' }, 'default', 'must be a uri'],
    [{ type: 'integer', default: 1.5 }, 'default', 'must be a whole number'],
    [{ type: 'integer', default: 0, minimum: 1 }, 'default', 'must be at least 1'],
    [{ type: 'number', default: '1' }, 'default', 'must be a number'],
    [{ type: 'boolean', default: 0 }, 'default', 'must be true or false'],
    [{ type: 'string', examples: [] }, 'examples', 'must be a list of values'],
    [{ type: 'string', examples: 'a' }, 'examples', 'must be a list of values'],
    [{ type: 'string', examples: ['a', 5] }, 'examples/1', 'must be a string'],
    [{ type: 'string', examples: [{}] }, 'examples/0', 'must be a string'],
    [{ type: 'string', 'x-unique': 1 }, 'x-unique', 'must be true or false'],
  ])('like %j is refused at %s', (property, keyword, reason) => {
    expect(problemsOf({ it: property })).toHaveProperty([`/properties/it/${keyword}`], reason);
  });

  test('that is required has no default', () => {
    const problems = problemsOf(
      { it: { type: 'integer', default: 1 } },
      { required: ['code', 'it'] },
    );
    expect(problems).toEqual({
      '/properties/it/default': 'is never used, because the field is required',
    });
  });

  test('that is the natural key is required, free text, and has two different examples', () => {
    expect(problemsOf({}, { required: [] })).toEqual({
      '/properties/code/x-unique': 'must be on a required string without an enum',
    });
    expect(problemsOf({ code: { ...key, enum: ['a'], minLength: undefined } })).toHaveProperty([
      '/properties/code/x-unique',
    ]);
    expect(problemsOf({ code: { ...key, examples: ['a', 'a'] } })).toEqual({
      '/properties/code/examples':
        'must begin with two different values, because the field is unique',
    });
    expect(problemsOf({ code: { type: 'string', maxLength: 0, 'x-unique': true } })).toHaveProperty(
      ['/properties/code/examples'],
    );
  });

  test('is required, defaulted or nullable', () => {
    expect(fieldOf({ type: 'integer' }, true)).toMatchObject({
      required: true,
      nullable: false,
      hasDefault: false,
    });
    expect(fieldOf({ type: 'integer', default: 0 })).toMatchObject({
      required: false,
      nullable: false,
      hasDefault: true,
      default: 0,
    });
    expect(fieldOf({ type: 'integer' })).toMatchObject({
      required: false,
      nullable: true,
      hasDefault: false,
      default: null,
    });
  });

  test('is a filter when it is a boolean or an enum, and a sort when it has an order and is never null', () => {
    expect(fieldOf({ type: 'boolean' })).toMatchObject({ isFilter: true, isSort: false });
    expect(fieldOf({ type: 'string', enum: ['a'] })).toMatchObject({
      isFilter: true,
      isSort: false,
    });
    expect(fieldOf({ type: 'string' }, true)).toMatchObject({ isFilter: false, isSort: false });
    expect(fieldOf({ type: 'number' }, true)).toMatchObject({ isFilter: false, isSort: true });
    expect(fieldOf({ type: 'number' })).toMatchObject({ isSort: false });
    expect(fieldOf({ type: 'string', format: 'date' }, true)).toMatchObject({ isSort: true });
  });

  test('has the limits of its format where it says none', () => {
    expect(fieldOf({ type: 'string' })).toMatchObject({ minLength: 0, maxLength: 10_000 });
    expect(fieldOf({ type: 'string', format: 'email' }).maxLength).toBe(254);
    expect(fieldOf({ type: 'string', format: 'uri' }).maxLength).toBe(2048);
  });

  test('of moments has its example and its default in UTC', () => {
    const moment = '2026-01-02T03:04:05+02:00';
    const field = fieldOf({
      type: 'string',
      format: 'date-time',
      default: moment,
      examples: [moment],
    });
    expect(field.default).toBe('2026-01-02T01:04:05.000Z');
    expect(field.example).toBe('2026-01-02T01:04:05.000Z');
  });

  test('counts code points', () => {
    expect(problemsOf({ it: { type: 'string', maxLength: 2, default: '😀😀' } })).toEqual({});
  });

  test('may hold any text that a template could take for its own', () => {
    const hostile = `{{x}} \${y} ' " \` */ </script> \\ é`;
    expect(fieldOf({ type: 'string', default: hostile }).default).toBe(hostile);
  });
});
