import { describe, expect, test } from 'vitest';
import { compileStage, renderSource } from '../support/dialect.ts';

describe('a template', () => {
  test('shows values as they are, without escaping for HTML', async () => {
    expect(await renderSource('{{a}} {{b.c}}', { a: '<&>"', b: { c: "'`" } })).toBe(
      '<&>"  \'`'.replace('  ', ' '),
    );
  });

  test('leaves no blank line where a block tag stood alone', async () => {
    const source = 'a\n{{#if yes}}\nb\n{{/if}}\n{{#each list}}\n- {{this}}\n{{/each}}\nc\n';
    expect(await renderSource(source, { yes: true, list: [1, 2] })).toBe('a\nb\n- 1\n- 2\nc\n');
  });

  test.each([
    '{{nothing}}',
    '{{resource.nothing}}',
    '{{js nothing}}',
    '{{#each list}}{{nothing}}{{/each}}',
    '{{#if nothing}}x{{/if}}',
  ])('that says %s fails, because there is no such value', async (source) => {
    await expect(renderSource(source, { resource: {}, list: [{}] })).rejects.toThrow(
      /nothing|unknown/,
    );
  });

  test.each(['{{lookup a "b"}}', '{{log "x"}}', '{{shout a}}', '{{#fat}}x{{/fat}}'])(
    'that says %s fails, because the dialect has no such helper',
    async (source) => {
      await expect(renderSource(source, { a: { b: 1 } })).rejects.toThrow();
    },
  );

  test.each(['{{a.constructor}}', '{{a.__proto__}}'])(
    'that says %s gets at no prototype',
    async (source) => {
      expect(await renderSource(source, { a: {} })).toBe('');
    },
  );

  test('treats what a value holds as text, whatever it looks like', async () => {
    const hostile = '{{js a}} {{#each b}} {{{{raw}}}} \\{{x}}';
    expect(await renderSource('{{a}}', { a: hostile })).toBe(hostile);
  });

  test.each(['{{#if a}}', '{{/if}}', '{{', '{{#if}}x{{/if}}{{#each}}'])(
    'that says %s does not compile, and its path is named',
    async (source) => {
      await expect(compileStage({ files: { 'src/bad.ts.hbs': source } })).rejects.toThrow(
        'src/bad.ts.hbs',
      );
    },
  );

  test('that escapes a tag does not compile, because the tag would be left', async () => {
    await expect(renderSource('\\{{a}}', { a: 1 })).rejects.toThrow(
      'a tag would be left in file.hbs',
    );
  });
});

describe('a plain file', () => {
  test.each(['{{project.name}}', 'a {{#from "auth"}} b'])(
    'that says %s does not compile, because the tag would be left',
    async (text) => {
      await expect(compileStage({ files: { 'plain.ts': text } })).rejects.toThrow(
        'a tag would be left in plain.ts',
      );
    },
  );

  test('may hold the expressions of a workflow and literal braces', async () => {
    const text = '${{ github.sha }} ${{secrets.TOKEN}} {{ }} const a = {{}};';
    expect((await compileStage({ files: { 'ci.yml': text } })).files).toEqual({ 'ci.yml': text });
  });
});

describe('the helper', () => {
  const name = 'line_item-of two';
  test.each([
    ['pascal', 'LineItemOfTwo'],
    ['camel', 'lineItemOfTwo'],
    ['kebab', 'line-item-of-two'],
    ['snake', 'line_item_of_two'],
    ['words', 'line item of two'],
    ['an', 'a line item of two'],
    ['title', 'Line item of two'],
    ['upper', 'LINE_ITEM-OF TWO'],
  ])('%s spells a name as %s', async (helper, spelled) => {
    expect(await renderSource(`{{${helper} name}}`, { name })).toBe(spelled);
  });

  test.each([
    ['js', "it's", '"it\'s"'],
    ['js', { a: [1, null, true] }, '{ a: [1, null, true] }'],
    ['json', "it's `so`", '"it\\u0027s \\u0060so\\u0060"'],
    ['json', { a: 1 }, '{"a":1}'],
    ['sql', "it's", "'it''s'"],
    ['sql', 1.5, '1.5'],
    ['sql', false, 'false'],
    ['sql', null, 'null'],
  ])('%s writes %j as %s', async (helper, value, written) => {
    expect(await renderSource(`{{${helper} value}}`, { value })).toBe(written);
  });

  test('json writes what JSON reads back, in a shell and in Markdown too', async () => {
    const value = { text: `'\`"\\\n\u2028{{x}}` };
    const written = await renderSource('{{json value}}', { value });
    expect(JSON.parse(written)).toEqual(value);
    expect(written).not.toMatch(/['`\n]/);
  });

  test.each([
    ['(is a 0)', 'yes'],
    ['(is a "0")', 'no'],
    ['(not a)', 'yes'],
    ['(and b c)', 'yes'],
    ['(and b a)', 'no'],
    ['(or a b)', 'yes'],
    ['(or a (not b))', 'no'],
  ])('%s says %s', async (expression, answer) => {
    const source = `{{#if ${expression}}}yes{{else}}no{{/if}}`;
    expect(await renderSource(source, { a: 0, b: 1, c: 'x' })).toBe(answer);
  });

  test('join puts a text between the elements of a list', async () => {
    expect(await renderSource('{{join list " | "}}', { list: ['a', 'b'] })).toBe('a | b');
  });
});

describe('a block', () => {
  const source = '{{#from "sqlite"}}later{{/from}}{{#until "sqlite"}}earlier{{/until}}';

  test.each([
    [1, 'earlier'],
    [2, 'later'],
    [5, 'later'],
  ])('from and until sqlite at stage %i says %s', async (number, text) => {
    expect(await renderSource(source, { stage: { number } })).toBe(text);
  });

  test('from has an else', async () => {
    expect(await renderSource('{{#from "auth"}}a{{else}}b{{/from}}')).toBe('b');
  });

  test('from an unknown stage fails', async () => {
    await expect(renderSource('{{#from "mongo"}}x{{/from}}')).rejects.toThrow(
      'there is no stage "mongo"',
    );
  });

  const exercise = '{{#exercise "04-validation.schema"}}solution{{else}}starter{{/exercise}}';

  test('exercise shows its solution, and its starter while its lesson is open', async () => {
    expect(await renderSource(exercise)).toBe('solution');
    expect(await renderSource(exercise, { open: ['04-validation'] })).toBe('starter');
    expect(await renderSource(exercise, { open: ['05-other'] })).toBe('solution');
  });

  test('snippet shows its content', async () => {
    expect(await renderSource('{{#snippet "x"}}content{{/snippet}}')).toBe('content');
  });

  test('fit sets a spread apart, and a call in a chain not', async () => {
    const spread = '{{#fit}}\nf({\n  ...a,\n});\n{{/fit}}\n';
    expect(await renderSource(spread)).toBe('f({ ...a });\n');
    const chain = '{{#fit}}\nz\n  .string();\n{{/fit}}\n';
    expect(await renderSource(chain)).toBe('z.string();\n');
  });

  test('fit stands on one line where it fits the width, and is broken where it does not', async () => {
    const list =
      '{{#fit}}\nconst list = [\n{{#each words}}\n  {{js this}},\n{{/each}}\n];\n{{/fit}}\n';
    expect(await renderSource(list, { words: ['a', 'b'] })).toBe("const list = ['a', 'b'];\n");
    expect(await renderSource(list, { words: ['a', 'b'], width: 20 })).toBe(
      "const list = [\n  'a',\n  'b',\n];\n",
    );
  });
});
