import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../support/alive.ts';
import { addProgram, INSTANT, machine } from '../support/machine.ts';
import { keys, Terminal } from '../support/terminal.ts';

/** The questions of a machine with one package manager and git, in order. */
const questions = [
  'What is it called?',
  'Which stage',
  'What does it serve?',
  'Make a git repository?',
  'Install and run the tests?',
] as const;

const [name, stage, resource, git, install] = questions;

const stateOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'create-backend.json'), 'utf8'));

describe('the wizard', () => {
  test('is answered by Enter from beginning to end', async () => {
    const place = machine();
    const terminal = new Terminal([], place);
    for (const question of questions) await terminal.answer(question, keys.enter);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text).toContain('tests: 3 passed in ');
    expect(terminal.text).toMatch(/Next\r?\n +cd my-api\r?\n +npm run dev\r?\n/);
    const folder = join(place.cwd, 'my-api');
    expect(stateOf(folder)).toMatchObject({ stage: 'in-memory', resource: { title: 'task' } });
    expect(existsSync(join(folder, '.git'))).toBe(true);
  });

  test('takes what is typed and chosen by arrows', async () => {
    const place = machine();
    const terminal = new Terminal([], place);
    await terminal.answer(name, 'shop', keys.enter);
    await terminal.answer(stage, keys.down, keys.up, keys.enter);
    await terminal.answer(resource, keys.down, keys.down, keys.enter);
    await terminal.answer(git, 'n');
    await terminal.answer(install, 'n');
    expect(await terminal.ended).toBe(0);
    expect(stateOf(join(place.cwd, 'shop')).resource.title).toBe('book');
    expect(existsSync(join(place.cwd, 'shop/.git'))).toBe(false);
    expect(existsSync(join(place.cwd, 'shop/node_modules'))).toBe(false);
  });

  test('asks again for a name that is taken, with what was typed still there', async () => {
    const place = machine();
    mkdirSync(join(place.cwd, 'taken/full'), { recursive: true });
    const flags = ['--stage', '1', '--resource', 'notes', '--no-git', '--no-install'];
    const terminal = new Terminal(flags, place);
    await terminal.answer(name, 'taken', keys.enter);
    await terminal.answer('a folder of that name has something in it', '-2', keys.enter);
    expect(await terminal.ended).toBe(0);
    expect(readdirSync(place.cwd).sort()).toEqual(['taken', 'taken-2']);
  });

  test('takes a resource that is described field by field', async () => {
    const place = machine();
    const terminal = new Terminal(['shop', '--stage', '1', '--no-git', '--no-install'], place);
    await terminal.answer(resource, keys.up, keys.enter);
    await terminal.answer('What is one of them called?', 'recipe', keys.enter);
    await terminal.answer('And several?', keys.enter);
    await terminal.answer('Which field tells them apart', keys.enter);
    await terminal.answer('Another field?', keys.enter);
    await terminal.answer('Its name?', 'servings', keys.enter);
    await terminal.answer('Its type?', keys.down, keys.enter);
    await terminal.answer('Must it always be given?', 'y');
    await terminal.answer('Another field?', keys.enter);
    expect(await terminal.ended).toBe(0);
    expect(stateOf(join(place.cwd, 'shop')).resource).toMatchObject({
      title: 'recipe',
      properties: { servings: { type: 'integer' } },
      required: ['title', 'servings'],
    });
    expect(existsSync(join(place.cwd, 'shop/src/recipes'))).toBe(true);
  });

  test.each([
    ['a dumb one', { TERM: 'dumb' }, 100],
    ['one of 20 columns', {}, 20],
    ['the console', { TERM: 'linux' }, 80],
    ['one that shows no colours', { NO_COLOR: '1' }, 80],
  ])('works in a terminal that is %s', async (_what, env, columns) => {
    const place = machine();
    const flags = ['shop', '--stage', '1', '--no-install'];
    const terminal = new Terminal(flags, { ...place, env: { ...place.env, ...env }, columns });
    await terminal.answer('What does', keys.enter);
    await terminal.answer('Make a git', keys.enter);
    expect(await terminal.ended).toBe(0);
    expect(existsSync(join(place.cwd, 'shop/.git'))).toBe(true);
  });

  test('is not there where CI is set', async () => {
    const place = machine();
    const terminal = new Terminal([], { ...place, env: { ...place.env, CI: '1' } });
    expect(await terminal.ended).toBe(2);
    expect(terminal.text).toContain('this is missing: a directory, --stage, --resource.');
  });
});

describe('cancelling', () => {
  test.each([...questions.entries()])(
    'at question %i (%s) leaves nothing and exits 130',
    async (at, question) => {
      const place = machine();
      const terminal = new Terminal([], place);
      for (const before of questions.slice(0, at)) await terminal.answer(before, keys.enter);
      await terminal.answer(question, keys.interrupt);
      expect(await terminal.ended).toBe(130);
      expect(terminal.text).toContain('Cancelled: nothing was made.');
      expect(readdirSync(place.cwd)).toEqual([]);
    },
  );

  test.each([
    ['Escape', keys.escape],
    ['the end of the input', keys.endOfFile],
  ])('by %s is the same', async (_what, key) => {
    const place = machine();
    const terminal = new Terminal([], place);
    await terminal.answer(name, key);
    expect(await terminal.ended).toBe(130);
    expect(readdirSync(place.cwd)).toEqual([]);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('a question by %s exits %i', async (signal, exitCode) => {
    const place = machine();
    const terminal = new Terminal([], place);
    await terminal.shows(name);
    terminal.stop(signal);
    expect(await terminal.ended).toBe(exitCode);
    expect(readdirSync(place.cwd)).toEqual([]);
  });
});

describe('an interrupt once the project stands', () => {
  /** A package manager that hangs in one phase, after noting its process. */
  const hanging = {
    install: 'case "$1" in --version) echo 11.0.0;; *) echo $$ > "$HOME/pid"; sleep 60;; esac',
    test: `case "$1" in run) echo $$ > "$HOME/pid"; sleep 60;; *) ${INSTANT};; esac`,
  };
  const labels = { install: 'Installing with npm', test: 'Running the tests' };
  const left = { install: ['npm install', 'npm test'], test: ['npm test'] };

  test.each([
    ['Ctrl-C', 'install', 130],
    ['Ctrl-C', 'test', 130],
    ['SIGTERM', 'install', 143],
    ['SIGTERM', 'test', 143],
  ] as const)('by %s in the phase %s keeps it and exits %i', async (how, phase, exitCode) => {
    const place = machine({ npm: hanging[phase] });
    const pidFile = join(place.home, 'pid');
    const flags = ['shop', '--stage', '1', '--resource', 'tasks', '--no-git', '--install'];
    const terminal = new Terminal(flags, place);
    await terminal.shows(labels[phase]);
    await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8')).toMatch(/\d\n/);
    if (how === 'Ctrl-C') terminal.type(keys.interrupt);
    else terminal.stop('SIGTERM');
    expect(await terminal.ended).toBe(exitCode);
    expect(terminal.text).toContain(`${phase}: interrupted`);
    const steps = ['cd shop', ...left[phase], 'npm run dev'];
    expect(terminal.text.replaceAll('\r', '')).toContain(
      `Next\n${steps.map((step) => `  ${step}\n`).join('')}`,
    );
    expect(stateOf(join(place.cwd, 'shop')).name).toBe('shop');
    await expect.poll(() => isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  });

  test('stops a package manager that will not be stopped', async () => {
    const stubborn = 'trap "" TERM INT; echo $$ > "$HOME/pid"; while :; do sleep 1; done';
    const place = machine({ npm: `case "$1" in --version) echo 11.0.0;; *) ${stubborn};; esac` });
    const pidFile = join(place.home, 'pid');
    addProgram(place.programs, 'yarn', 'exit 1');
    const terminal = new Terminal(['shop', '--yes', '--pm', 'npm'], place);
    await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8')).toMatch(/\d\n/);
    terminal.type(keys.interrupt);
    expect(await terminal.ended).toBe(130);
    await expect.poll(() => isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  });
});
