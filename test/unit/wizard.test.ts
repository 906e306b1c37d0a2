import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CreateFlags } from '../../src/scaffold/flags.ts';
import { takeOrder } from '../../src/scaffold/wizard.ts';
import { run } from '../../src/system/process.ts';
import { ScriptedPrompt } from '../support/scripted-prompt.ts';
import { temporaryFolder } from '../support/temporary.ts';

let cwd: string;
let programs: string;
beforeEach(() => {
  cwd = temporaryFolder();
  programs = temporaryFolder();
  have('npm', 'git');
});

/** Makes programs of these names; git is the real one. */
function have(...names: readonly string[]): void {
  for (const name of names) {
    const path = join(programs, name);
    if (name === 'git')
      symlinkSync(execFileSync('which', ['git'], { encoding: 'utf8' }).trim(), path);
    else writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
  }
}

function order(flags: CreateFlags, prompt: ScriptedPrompt | null = null) {
  const context = {
    cwd,
    env: { PATH: programs, HOME: programs },
    prompt: prompt === null ? null : async () => prompt,
    run,
    signal: new AbortController().signal,
    out: {} as never,
  };
  return takeOrder(flags, context, 'npx create-backend');
}

describe('with --yes', () => {
  test('everything that was not said is the default', async () => {
    const { answers, target, merge, wishes } = await order({ yes: true });
    expect(answers).toMatchObject({
      name: { npm: 'my-api' },
      stack: { id: 'typescript' },
      stage: { id: 'in-memory' },
      resource: { name: 'task' },
      packageManager: { id: 'npm' },
    });
    expect({ target, merge, wishes }).toEqual({
      target: join(cwd, 'my-api'),
      merge: false,
      wishes: { git: true, gitRemark: null, install: true, test: true },
    });
  });

  test('what was said holds', async () => {
    const { answers, wishes } = await order({
      directory: 'shop',
      stage: '4',
      resource: 'books',
      pm: 'yarn',
      git: false,
      test: false,
      yes: true,
    });
    expect(answers).toMatchObject({
      name: { npm: 'shop' },
      stage: { id: 'auth' },
      resource: { name: 'book' },
      packageManager: { id: 'yarn' },
    });
    expect(wishes).toEqual({ git: false, gitRemark: null, install: true, test: false });
  });

  test('nobody is asked, not even at a terminal', async () => {
    const prompt = new ScriptedPrompt();
    await order({ yes: true }, prompt);
    expect(prompt.asked).toEqual([]);
  });

  test('the default is the next name that is free, whatever has taken it', async () => {
    mkdirSync(join(cwd, 'my-api/full'), { recursive: true });
    writeFileSync(join(cwd, 'my-api-2'), '');
    symlinkSync('nowhere', join(cwd, 'my-api-3'));
    expect((await order({ yes: true })).target).toBe(join(cwd, 'my-api-4'));
  });
});

describe('where nobody can be asked', () => {
  test('who learns begins with the first stage, unless another is said', async () => {
    const { answers } = await order({ directory: 'my-api', resource: 'tasks', learn: true });
    expect(answers.stage.id).toBe('in-memory');
    expect((await order({ yes: true, learn: true, stage: 'sqlite' })).answers.stage.id).toBe(
      'sqlite',
    );
  });

  test('all that is missing is named in one message, with a command that would run', async () => {
    await expect(order({})).rejects.toMatchObject({
      message:
        'Nothing can be asked here (no terminal, or CI is set), and this is missing: a directory, --stage, --resource.',
      hint: 'Say it by flags: npx create-backend my-api --stage in-memory --resource tasks. Or add --yes, which takes the defaults.',
    });
  });

  test('that command says again what was said', async () => {
    have('pnpm');
    const said = { directory: 'shop', resource: 'books', git: false, json: true, dryRun: true };
    await expect(order(said)).rejects.toMatchObject({
      hint: expect.stringContaining(
        ': npx create-backend shop --stage in-memory --pm npm --resource books --no-git --json --dry-run. ',
      ),
    });
  });

  test('that command can be typed in a shell as it stands', async () => {
    writeFileSync(
      join(cwd, "it's.json"),
      JSON.stringify({
        title: 'thing',
        type: 'object',
        properties: { code: { type: 'string', 'x-unique': true } },
        required: ['code'],
      }),
    );
    await expect(order({ resource: "./it's.json" })).rejects.toMatchObject({
      hint: expect.stringContaining(" --resource './it'\\''s.json'. "),
    });
  });

  test('what can be done without asking is done as usual', async () => {
    const { wishes } = await order({ directory: 'shop', stage: 'sqlite', resource: 'notes' });
    expect(wishes).toEqual({ git: true, gitRemark: null, install: true, test: true });
  });
});

describe('at a terminal', () => {
  test('only what has more than one answer is asked', async () => {
    const prompt = new ScriptedPrompt();
    await order({}, prompt);
    expect(prompt.asked).toEqual([
      'What is it called?',
      'Which stage of the roadmap?',
      'What does it serve?',
      'Make a git repository?',
      'Install and run the tests?',
    ]);
  });

  test('the package manager is asked where there are several', async () => {
    have('pnpm', 'bun');
    const prompt = new ScriptedPrompt('shop', '3', 'books', 'bun', false, false);
    const { answers, wishes } = await order({}, prompt);
    expect(answers).toMatchObject({
      stage: { id: 'postgres' },
      resource: { name: 'book' },
      packageManager: { id: 'bun' },
    });
    expect(wishes).toMatchObject({ git: false, install: false, test: false });
  });

  test('what has a flag is not asked', async () => {
    const prompt = new ScriptedPrompt();
    await order(
      { directory: 'shop', stage: '1', resource: 'tasks', git: false, install: false },
      prompt,
    );
    expect(prompt.asked).toEqual([]);
  });

  test.each(['taken', 'file', 'link/x', '../x', '/x', 'Bad Name', 'con', '', '.'])(
    'a name like %j is asked for again, with the reason',
    async (typed) => {
      mkdirSync(join(cwd, 'taken/full'), { recursive: true });
      writeFileSync(join(cwd, 'file'), '');
      symlinkSync('nowhere', join(cwd, 'link'));
      const prompt = new ScriptedPrompt(typed, 'good');
      expect((await order({}, prompt)).target).toBe(join(cwd, 'good'));
      expect(prompt.refused).toEqual([expect.any(String)]);
    },
  );

  test('a resource can be described field by field', async () => {
    const prompt = new ScriptedPrompt(
      'shop',
      '1',
      'describe',
      'Table',
      'recipe',
      'recipe',
      'recipes',
      'title',
      true,
      'title',
      'servings',
      'integer',
      true,
      true,
      'vegan',
      'boolean',
      false,
      false,
    );
    const { answers } = await order({}, prompt);
    expect(answers.resource.schema).toEqual({
      title: 'recipe',
      'x-plural': 'recipes',
      type: 'object',
      properties: {
        title: { type: 'string', minLength: 1, maxLength: 200, 'x-unique': true },
        servings: { type: 'integer' },
        vegan: { type: 'boolean' },
      },
      required: ['title', 'servings'],
    });
    expect(prompt.refused).toHaveLength(3);
  });

  test('a file of a resource is asked for again until it is one', async () => {
    writeFileSync(
      join(cwd, 'good.json'),
      JSON.stringify({
        title: 'thing',
        type: 'object',
        properties: { code: { type: 'string', 'x-unique': true } },
        required: ['code'],
      }),
    );
    writeFileSync(join(cwd, 'bad.json'), '{}');
    const prompt = new ScriptedPrompt(
      'shop',
      '1',
      'a JSON Schema file',
      'none.json',
      'bad.json',
      'good.json',
    );
    expect((await order({}, prompt)).answers.resource.name).toBe('thing');
    expect(prompt.refused).toEqual([
      'There is no file ./none.json.',
      expect.stringContaining('./bad.json cannot be a resource:\n  '),
    ]);
  });
});

describe('a folder', () => {
  test.each(['taken', 'taken/'])(
    '%s with something in it is refused, with the ways out',
    async (directory) => {
      mkdirSync(join(cwd, 'taken/full'), { recursive: true });
      await expect(order({ directory, yes: true })).rejects.toMatchObject({
        message: expect.stringContaining('a folder of that name has something in it.'),
        hint: `Choose another name, for example taken-2, or add only what is absent: --merge-into ${directory}.`,
      });
    },
  );

  test('that is there already may be called anything above the project', async () => {
    mkdirSync(join(cwd, 'My Documents/test'), { recursive: true });
    expect((await order({ directory: 'My Documents/test/shop', yes: true })).target).toBe(
      join(cwd, 'My Documents/test/shop'),
    );
    await expect(order({ directory: 'Other Documents/shop', yes: true })).rejects.toThrow(
      '"Other Documents": it must be',
    );
  });

  test('may be called anything where the project has a name of its own', async () => {
    mkdirSync(join(cwd, 'My Shop'));
    expect((await order({ directory: 'My Shop', name: 'shop', yes: true })).answers.name.npm).toBe(
      'shop',
    );
    await expect(order({ directory: 'My Shop', yes: true })).rejects.toMatchObject({
      hint: 'Say another by --name my-shop.',
    });
  });

  test('may be the current one', async () => {
    await expect(order({ directory: '.', name: 'shop', yes: true })).resolves.toMatchObject({
      target: cwd,
    });
  });

  test.each(['../x', 'a/../../x', '/x', '..', '~/../x', 'a\\..\\b', ''])(
    '%j is refused, because it leads elsewhere or nowhere',
    async (directory) => {
      await expect(order({ directory, yes: true })).rejects.toMatchObject({ name: 'UserError' });
    },
  );

  test.each(['../x', '/x', 'none', 'file', 'link'])(
    '%s is none to merge into',
    async (mergeInto) => {
      writeFileSync(join(cwd, 'file'), '');
      symlinkSync('/', join(cwd, 'link'));
      await expect(order({ mergeInto, yes: true })).rejects.toThrow(
        `--merge-into "${mergeInto}": `,
      );
    },
  );

  test('to merge into and one to make exclude each other', async () => {
    await expect(order({ directory: 'a', mergeInto: '.', yes: true })).rejects.toThrow(
      'exclude each other',
    );
  });
});

const init = (folder: string) => execFileSync('git', ['init', '--quiet', join(cwd, folder)]);

describe('a repository', () => {
  test('inside another one is made only when it is asked for', async () => {
    init('.');
    expect((await order({ directory: 'shop', yes: true })).wishes).toMatchObject({
      git: false,
      gitRemark: expect.stringContaining('--git nests one'),
    });
    expect((await order({ directory: 'shop', git: true, yes: true })).wishes).toMatchObject({
      git: true,
    });
    const prompt = new ScriptedPrompt();
    expect(
      (await order({ directory: 'shop', stage: '1', resource: 'tasks' }, prompt)).wishes.git,
    ).toBe(false);
    expect(prompt.asked[0]).toBe('This is inside another git repository. Nest one of its own?');
  });

  test('that was begun in the folder itself gets the commit', async () => {
    init('shop');
    expect((await order({ directory: 'shop', yes: true })).wishes.git).toBe(true);
  });

  test('is left alone by a merge', async () => {
    init('shop');
    writeFileSync(join(cwd, 'shop/mine'), '');
    expect((await order({ mergeInto: 'shop', yes: true })).wishes).toMatchObject({
      git: false,
      gitRemark: 'look at what was added, then commit it yourself',
    });
  });
});

describe('a flag', () => {
  test.each([
    [
      { stack: 'typescrpt' },
      'There is no stack "typescrpt".',
      'Did you mean typescript? There is typescript.',
    ],
    [
      { stage: 'sqllite' },
      'There is no stage "sqllite".',
      expect.stringMatching(/^Did you mean sqlite\? There are in-memory, /),
    ],
    [{ stage: '9' }, 'There is no stage "9".', expect.any(String)],
    [{ stage: 'constructor' }, 'There is no stage "constructor".', expect.any(String)],
    [
      { resource: 'task' },
      'There is no resource "task".',
      expect.stringMatching(/^Did you mean tasks\? There are tasks, /),
    ],
    [{ resource: '__proto__' }, 'There is no resource "__proto__".', expect.any(String)],
    [{ resource: './none.json' }, 'There is no file ./none.json.', 'Check the path.'],
    [{ resource: '.' }, '. is not a file.', undefined],
    [
      { pm: 'nmp' },
      'There is no package manager "nmp" for TypeScript.',
      'Did you mean npm? There are npm, pnpm, yarn, bun.',
    ],
    [
      { name: 'test' },
      'A project cannot be named "test": it is a package of the standard libraries of Go and Python.',
      'Say another by --name test-api.',
    ],
    [{ name: '' }, 'A project cannot be named "": it is empty.', 'Say another by --name.'],
  ])('like %j is refused with what there is', async (flag, message, hint) => {
    await expect(order({ directory: 'shop', yes: true, ...flag })).rejects.toMatchObject({
      message,
      hint,
    });
  });

  test('--resource takes the state file of another project', async () => {
    const resource = {
      title: 'thing',
      type: 'object',
      properties: { code: { type: 'string', 'x-unique': true } },
      required: ['code'],
    };
    writeFileSync(join(cwd, 'create-backend.json'), JSON.stringify({ kit: '1.0.0', resource }));
    expect(
      (await order({ directory: 'shop', resource: './create-backend.json', yes: true })).answers
        .resource.name,
    ).toBe('thing');
  });

  test('--resource tells at most ten reasons', async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`F${at}`, { type: 'string' }]),
    );
    writeFileSync(
      join(cwd, 'bad.json'),
      JSON.stringify({ title: 'thing', type: 'object', properties }),
    );
    const failing = order({ directory: 'shop', resource: './bad.json', yes: true });
    await expect(failing).rejects.toThrow(
      /\n {2}\/properties\/F9 must be snake_case.*\n {2}and 21 more$/s,
    );
  });
});
