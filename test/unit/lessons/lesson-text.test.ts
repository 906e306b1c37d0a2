import Handlebars from 'handlebars';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { compileOptions } from '../../../scripts/compile-templates.ts';
import { textsOf } from '../../../src/lessons/lesson-text.ts';
import type { CompiledTemplate } from '../../../src/scaffold/render-template.ts';
import { plan } from '../../support/plan.ts';
import { resourceNamed } from '../../support/render-with-kit.ts';

const compiled = (text: string) =>
  runInContext(
    `(${Handlebars.precompile(text, compileOptions)})`,
    createContext(),
  ) as CompiledTemplate;

function rendered(text: string, shell: 'posix' | 'powershell' = 'posix', resource = 'tasks') {
  const project = { ...plan({ resource: resourceNamed(resource) }), open: ['03-create-and-read'] };
  return textsOf({ stage: '1-in-memory' }, project, shell)(compiled(text));
}

describe('the text of a lesson', () => {
  test('speaks of the resource of the project', () => {
    const text = 'POST /{{resource.path}} with {{json resource.example}}';
    expect(rendered(text, 'posix', 'books')).toMatch(/^POST \/books with \{"isbn":/);
  });

  test('quotes a passage as it is once it is solved, with its path', () => {
    const quoted = rendered('{{snippet "create"}}');
    expect(quoted).toMatch(/^```ts src\/tasks\/routes\.ts\nasync \(request, reply\) => \{\n/);
    expect(quoted).toContain('reply.code(201)');
    expect(quoted).toMatch(/\n\},\n```$/);
  });

  test('has passages for one stack', () => {
    const text = '{{#stack "typescript"}}zod{{else}}other{{/stack}} {{#stack "go"}}go{{/stack}}';
    expect(rendered(text)).toBe('zod ');
  });

  test.each([
    ['posix', 'curl'],
    ['powershell', 'curl.exe'],
  ] as const)('in %s says %s', (shell, command) => {
    const text = '{{#shell "powershell"}}curl.exe{{else}}curl{{/shell}}';
    expect(rendered(text, shell)).toBe(command);
  });

  test('spells commands as the kit was started', () => {
    expect(rendered('{{kit.command}} next')).toBe('npx create-backend-roadmap next');
  });

  test.each([
    ['a snippet that nobody has', '{{snippet "nowhere"}}', 'no template has the snippet "nowhere"'],
    ['an unknown name', '{{resource.colour}}', 'colour'],
  ])('with %s is refused', (_what, text, reason) => {
    expect(() => rendered(text)).toThrow(reason);
  });
});
