import { describe, expect, test } from 'vitest';
import {
  refuseProjectName,
  refuseSchemaName,
  spellProjectName,
  suggestProjectName,
  withArticle,
} from '../../src/catalog/names.ts';

const hostile: Readonly<Record<string, readonly string[]>> = {
  'empty or white space': ['', ' ', '\t', '\u00a0', '\u2028', ' my-api', 'my-api '],
  'dots and traversal': [
    '.',
    '..',
    '...',
    '../x',
    'a/../b',
    '..\\x',
    'a/b',
    'a\\b',
    '.hidden',
    'a.b',
  ],
  'absolute paths and drives': [
    '/etc',
    '//server/share',
    'C:',
    'C:\\x',
    'c:x',
    '~',
    '~root',
    'file:///x',
  ],
  'Windows devices': [
    'con',
    'prn',
    'aux',
    'nul',
    'com1',
    'com9',
    'lpt1',
    'CON',
    'nul.txt',
    'con.',
    'com¹',
  ],
  flags: ['-rf', '--help', '-', '--', '-my-api'],
  'template syntax': ['{{name}}', '{{#if}}', '${x}', '<%= x %>', '{%x%}', '[resources]', '#{x}'],
  'shell syntax': [
    'a;b',
    'a|b',
    'a&b',
    '$(id)',
    '`id`',
    'a>b',
    'a*',
    '?',
    "a'b",
    'a"b',
    'a b',
    '!!',
    '%PATH%',
  ],
  'prototype names': ['__proto__', 'hasOwnProperty', 'toString'],
  'names that belong to others': [
    'node_modules',
    'test',
    'node',
    'fastify',
    'class',
    'import',
    'internal',
    'main',
  ],
  'digits first': ['1api', '2-api', '42'],
  'dangling separators': ['my-', '-my', 'my--api', 'my_-api', '_my', 'my_'],
  'over-long names': ['a'.repeat(101), 'a'.repeat(100_000)],
  'control characters': ['a\0b', 'a\nb', 'a\rb', 'a\u001b[2Jb', 'a\u0007b', 'a\u007fb', 'a\u0085b'],
  'invisible characters': [
    'a\u200bb',
    'a\u200db',
    '\ufeffa',
    'a\u202eb',
    'a\u2066b',
    'a\u00adb',
    'a\ufe0f',
  ],
  'Unicode forms': [
    'café',
    'cafe\u0301',
    'ａｐｉ',
    'аpi',
    'ß',
    'ﬁle',
    'İ',
    '日本',
    '\ud800',
    'e😀',
  ],
  'upper case': ['My-Api', 'API', 'myAPI'],
};

describe.each(Object.entries(hostile))('as a project name, %s', (_kind, names) => {
  test.each(names)('%j is refused with a reason', (name) => {
    expect(refuseProjectName(name)).toMatch(/^(?:it |Windows )\S+/);
  });

  test.each(names)('what is suggested for %j would be taken', (name) => {
    const suggestion = suggestProjectName(name);
    expect(suggestion === null || refuseProjectName(suggestion) === null).toBe(true);
  });
});

test.each(['a', 'my-api', 'my_api', 'api2', 'a-1-b', 'constructor', 'a'.repeat(100)])(
  'a project may be named %s',
  (name) => expect(refuseProjectName(name)).toBeNull(),
);

test.each([
  ['My Cool API', 'my-cool-api'],
  ['Café', 'cafe'],
  ['test', 'test-api'],
  ['2048', null],
  ['日本', null],
  ['  --a__b..c  ', 'a-b-c'],
  ['CON', 'con-api'],
])('for %j the name %j is suggested', (typed, name) => {
  expect(suggestProjectName(typed)).toBe(name);
});

test('one name is spelled for every language', () => {
  expect(spellProjectName('my-cool_api')).toEqual({
    npm: 'my-cool_api',
    python: 'my_cool_api',
    go: 'my-cool_api',
    java: 'mycoolapi',
  });
});

describe('a resource or a field', () => {
  test.each([
    'Title',
    'first-name',
    'first name',
    '_x',
    'x_',
    'x__y',
    '1st',
    '',
    'é',
    '__proto__',
    'a.b',
    'x\n',
    "x'",
  ])('cannot be named %j', (name) => {
    expect(refuseSchemaName(name, 'field')).toMatch(/^must be snake_case/);
  });

  test.each([
    'constructor',
    'prototype',
    'select',
    'lambda',
    'chan',
    'synchronized',
    'table',
    'ilike',
  ])('cannot be named %s, which some language reserves', (name) =>
    expect(refuseSchemaName(name, 'field')).toMatch(/^is a reserved word of \w+$/),
  );

  test('has at most 24 characters', () => {
    expect(refuseSchemaName('a'.repeat(24), 'field')).toBeNull();
    expect(refuseSchemaName('a'.repeat(25), 'field')).toBe('is longer than 24 characters');
  });

  test.each([
    ['id', 'field'],
    ['created_at', 'field'],
    ['sort', 'field'],
    ['user', 'resource'],
    ['comments', 'resource'],
    ['health', 'resource'],
  ] as const)('%s is no name for a %s, since the service uses it', (name, kind) => {
    expect(refuseSchemaName(name, kind)).toMatch(/^is (?:taken by the service|a reserved word)/);
  });

  test('may be named as the service names something of the other kind', () => {
    expect(refuseSchemaName('health', 'field')).toBeNull();
    expect(refuseSchemaName('version', 'resource')).toBeNull();
  });
});

describe('a noun with its article', () => {
  test.each(['a task', 'an event', 'an order', 'a unit', 'an umbrella', 'an hour', 'a house'])(
    'is %s',
    (both) => {
      expect(withArticle(both.split(' ')[1]!)).toBe(both);
    },
  );
});
