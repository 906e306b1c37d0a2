import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kit } from '../support/kit.ts';
import { Learner } from '../support/learner.ts';
import { machine } from '../support/machine.ts';
import { lendFormatter, OTHER_FORM } from '../support/own-form.ts';

const ROUTES = 'src/tasks/routes.ts';
const STARTER = 'return reply.send(item);';
const SOLUTION =
  "return reply.code(201).header('Location', `${app.prefix}/${item.id}`).send(item);";
const LESSON = '03-create-and-read';

/** What is left of a text when it is wrapped and stripped of its emphasis. */
const words = (text: string) => text.match(/\w+/g);

describe('a project to learn in', () => {
  test('is the first stage with its lessons open, and shows the first of them', async () => {
    const place = machine();
    const { exitCode, stdout } = await kit(['my-api', '--learn', '--yes'], place);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\n00-start-here: .*\n(.*\n)*.*\nDo you recall it later\?\n/);
    const json = await kit(['other', '--learn', '--yes', '--json'], place);
    const { stage, open, lesson } = JSON.parse(json.stdout);
    expect({ stage, lesson }).toEqual({ stage: 'in-memory', lesson: '00-start-here' });
    expect(open).toContain(LESSON);
  });

  test('keeps how far its learner is out of the project', async () => {
    const learner = await Learner.start(['--learn']);
    await learner.type('hint', LESSON);
    expect(learner.git('status', '--porcelain', '--ignored')).toBe('');
    expect(learner.progress()).toMatchObject({ current: '00-start-here', hints: { [LESSON]: 1 } });
  });

  test('without git has it in a folder that git would ignore', async () => {
    const learner = await Learner.start(['--learn', '--no-git']);
    expect(readdirSync(join(learner.folder, '.create-backend')).sort()).toEqual([
      '.gitignore',
      'progress.json',
    ]);
    learner.git('init', '--quiet');
    expect(learner.git('status', '--porcelain')).not.toContain('.create-backend/');
  });

  test('is refused where it makes no sense: a finished one has nothing to learn', async () => {
    const learner = await Learner.start([]);
    for (const command of ['hint', 'solution', 'next', 'lesson']) {
      const { exitCode, stderr } = await learner.type(command);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('Nothing is left open in this project: it was made finished.');
    }
    expect((await learner.type('lesson', LESSON)).stdout).toContain(`${LESSON}: `);
    expect(await learner.status()).toMatchObject({ mode: 'finished', current: null });
  });
});

describe('lesson', () => {
  test('shows the one that is named, without colours where nobody sees them', async () => {
    const learner = await Learner.start(['--learn']);
    const { exitCode, stdout } = await learner.type('lesson', '03');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${LESSON}: `));
    expect(stdout).not.toContain('\u001b');
  });

  test('asks a question at its end, and answers it when told to', async () => {
    const learner = await Learner.start(['--learn']);
    const { recall } = JSON.parse((await learner.type('lesson', LESSON, '--json')).stdout);
    const plain = await learner.type('lesson', LESSON);
    expect(plain.stdout).toContain(`create-backend lesson ${LESSON} --answer`);
    const answered = await learner.type('lesson', LESSON, '--answer');
    expect(words(answered.stdout)).toEqual(words(`${recall.question} ${recall.answer}`));
  });

  test('says which lessons there are where none has the name', async () => {
    const learner = await Learner.start(['--learn']);
    const { exitCode, stderr } = await learner.type('lesson', '04-validatoin');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no lesson "04-validatoin".');
    expect(stderr).toContain('Did you mean 04-validation?');
  });
});

describe('hint', () => {
  test('opens one rung at a time, and stays at the last', async () => {
    const learner = await Learner.start(['--learn']);
    const shown = [];
    for (let at = 0; at < 4; at++) shown.push((await learner.type('hint', LESSON)).stdout);
    expect(shown[0]).toContain('A nudge (1 of 3)');
    expect(shown[1]).toContain('A pointer (2 of 3)');
    expect(shown[2]).toContain('Nearly the code (3 of 3)');
    expect(shown[2]).toContain('create-backend solution');
    expect(shown[3]).toBe(shown[2]);
  });

  test('shows all of them with --all', async () => {
    const learner = await Learner.start(['--learn']);
    const { stdout } = await learner.type('hint', LESSON, '--all');
    expect(stdout.match(/\(\d of 3\)/g)).toEqual(['(1 of 3)', '(2 of 3)', '(3 of 3)']);
  });
});

describe('next', () => {
  test('brings the tests of the lesson that begins, as a commit, and no others', async () => {
    const learner = await Learner.start(['--learn']);
    await learner.goTo(LESSON);
    const testsOf = (lesson: string) => learner.read(`test/given/1-in-memory/${lesson}.test.ts`);
    expect(testsOf(LESSON)).toContain('describe(');
    expect(testsOf('04-validation')).toContain("it.todo('04-validation: ");
    expect(learner.git('log', '-1', '--format=%s')).toBe(
      `Begin ${LESSON}: its tests count from now on`,
    );
    expect(learner.git('status', '--porcelain')).toBe('');
    expect(learner.progress().begun[LESSON]).toBe(learner.git('rev-parse', 'HEAD'));
  });

  test('leaves tests alone that the learner has made their own', async () => {
    const learner = await Learner.start(['--learn']);
    const path = `test/given/1-in-memory/${LESSON}.test.ts`;
    writeFileSync(join(learner.folder, path), '// mine\n');
    await learner.goTo(LESSON);
    expect(learner.read(path)).toBe('// mine\n');
  });

  test('marks what is left open on the map', async () => {
    const learner = await Learner.start(['--learn']);
    await learner.goTo('04-validation');
    const [{ lessons }] = (await learner.status()).stages;
    const standing = Object.fromEntries(
      lessons.map((lesson: { id: string; standing: string }) => [lesson.id, lesson.standing]),
    );
    expect(standing).toMatchObject({
      [LESSON]: 'passed',
      '04-validation': 'here',
      '05-predictable-errors': 'to-come',
    });
  });

  test('shows the gate at the end of the stage, and the ways on', async () => {
    const learner = await Learner.start(['--learn']);
    await learner.goTo('09-lists-that-grow');
    let stdout = '';
    while (learner.progress().current !== null) {
      ({ stdout } = await learner.type('next', '--anyway'));
    }
    expect(stdout).toContain('Every lesson of stage 1 (in-memory) is behind you.');
    expect(stdout).toContain('create-backend mail');
    expect(stdout).toContain('create-backend upgrade');
    expect((await learner.type('next')).stdout).toContain('create-backend upgrade');
  });
});

describe('solution', () => {
  test('shows what it changes, and changes nothing', async () => {
    const learner = await Learner.start(['--learn']);
    const { exitCode, stdout } = await learner.type('solution', LESSON);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`-      ${STARTER}`);
    expect(stdout).toContain(`+      ${SOLUTION}`);
    expect(learner.git('status', '--porcelain')).toBe('');
  });

  test('goes into code that was changed elsewhere, which is kept', async () => {
    const learner = await Learner.start(['--learn']);
    learner.edit(ROUTES, "summary: 'One task'", "summary: 'A single task'");
    const { exitCode, stdout } = await learner.type('solution', LESSON, '--apply');
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('gave way');
    expect(learner.read(ROUTES)).toContain(SOLUTION);
    expect(learner.read(ROUTES)).toContain("summary: 'A single task'");
    expect(learner.git('log', '--format=%s').split('\n')).toEqual([
      `Solve ${LESSON} as the kit does`,
      `Keep what I have of ${LESSON}`,
      'Start my-api at the in-memory stage',
    ]);
  });

  test('takes the place of another attempt, which is in the commit before', async () => {
    const learner = await Learner.start(['--learn']);
    learner.edit(ROUTES, STARTER, 'return reply.status(202).send(item);');
    writeFileSync(join(learner.folder, 'notes.txt'), 'mine\n');
    const { exitCode, stdout } = await learner.type('solution', LESSON, '--apply');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${ROUTES}: where you had changed the same lines, yours gave way`);
    expect(learner.read(ROUTES)).toContain(SOLUTION);
    expect(learner.git('show', `HEAD~1:${ROUTES}`)).toContain('reply.status(202)');
    expect(learner.git('status', '--porcelain')).toBe('?? notes.txt');
  });

  test('has nothing to add to itself', async () => {
    const learner = await Learner.start(['--learn']);
    await learner.type('solution', LESSON, '--apply');
    const again = await learner.type('solution', LESSON, '--apply');
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stdout).toContain(`Your code has what the solution of ${LESSON} changes.`);
    expect(learner.git('log', '--format=%s').split('\n')).toHaveLength(2);
  });

  test('keeps the line ends of Windows', async () => {
    const learner = await Learner.start(['--learn']);
    const windows = learner.read(ROUTES).replaceAll('\n', '\r\n');
    writeFileSync(join(learner.folder, ROUTES), windows);
    await learner.type('solution', LESSON, '--apply');
    expect(learner.read(ROUTES)).toContain(`${SOLUTION}\r\n`);
    expect(learner.read(ROUTES)).not.toMatch(/[^\r]\n/);
  });

  test('says which file it looked for in vain', async () => {
    const learner = await Learner.start(['--learn']);
    rmSync(join(learner.folder, ROUTES));
    const { exitCode, stderr } = await learner.type('solution', LESSON, '--apply');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${ROUTES} is not there any more: left out`);
    expect(existsSync(join(learner.folder, ROUTES))).toBe(false);
  });

  test('follows a file that was renamed, and so does the way back', async () => {
    const learner = await Learner.start(['--learn']);
    const renamed = 'src/tasks/addresses.ts';
    learner.git('mv', ROUTES, renamed);
    learner.edit(renamed, "summary: 'One task'", "summary: 'A single task'");
    const { files } = await learner.status();
    expect(files).toMatchObject({ edited: [renamed], yours: [], removed: [] });
    expect(await learner.type('solution', LESSON, '--apply')).toMatchObject({ exitCode: 0 });
    expect(learner.read(renamed)).toContain(SOLUTION);
    expect(learner.read(renamed)).toContain("summary: 'A single task'");
    expect(await learner.type('reset', LESSON)).toMatchObject({ exitCode: 0 });
    expect(learner.read(renamed)).toContain(STARTER);
    expect(existsSync(join(learner.folder, ROUTES))).toBe(false);
  });

  test('comes in the form that the project has of its own formatter', async () => {
    const learner = await Learner.start(['--learn']);
    const prettier = lendFormatter(learner.folder);
    learner.write('.prettierrc.json', OTHER_FORM);
    prettier('--write');
    const { exitCode, stdout } = await learner.type('solution', LESSON, '--apply');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.not.stringContaining('gave way'),
    });
    expect(learner.read(ROUTES)).toContain(`${SOLUTION.slice(0, -1)}\n`);
    prettier('--check');
  });

  test('is not applied where nothing keeps what is there', async () => {
    const learner = await Learner.start(['--learn', '--no-git']);
    const { exitCode, stderr } = await learner.type('solution', LESSON, '--apply');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('git init && git add --all');
    expect(learner.read(ROUTES)).toContain(STARTER);
  });
});

describe('reset', () => {
  test('puts the starter back, and keeps what was there on a branch that it names', async () => {
    const learner = await Learner.start(['--learn']);
    learner.edit(ROUTES, STARTER, 'return reply.status(202).send(item);');
    learner.edit(ROUTES, "summary: 'One task'", "summary: 'A single task'");
    const { exitCode, stdout } = await learner.type('reset', LESSON);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`what you had is on the branch create-backend/${LESSON}\n`);
    expect(learner.read(ROUTES)).toContain(STARTER);
    expect(learner.read(ROUTES)).toContain("summary: 'A single task'");
    expect(learner.git('show', `create-backend/${LESSON}:${ROUTES}`)).toContain('status(202)');
    expect(learner.progress().current).toBe(LESSON);
  });

  test('takes another name for the branch where that is taken', async () => {
    const learner = await Learner.start(['--learn']);
    await learner.type('solution', LESSON, '--apply');
    learner.git('branch', `create-backend/${LESSON}`);
    const { stdout } = await learner.type('reset', LESSON);
    expect(stdout).toContain(`create-backend/${LESSON}-2`);
    expect(learner.git('show', `create-backend/${LESSON}-2:${ROUTES}`)).toContain(SOLUTION);
  });

  test('has nothing to put back where the starter stands', async () => {
    const learner = await Learner.start(['--learn']);
    expect((await learner.type('reset', LESSON)).stdout).toContain('nothing to put back');
    expect(learner.git('branch', '--list')).toBe('* main');
  });
});

test('help can be read by programs', async () => {
  const learner = await Learner.start(['--learn']);
  const json = async (...args: string[]) =>
    JSON.parse((await learner.type(...args, LESSON, '--json')).stdout);
  expect(await json('hint')).toMatchObject({
    lesson: LESSON,
    rungs: 3,
    hints: [{ rung: 1, title: 'A nudge', markdown: expect.any(String) }],
  });
  const [change] = (await json('solution')).changes;
  expect(change).toMatchObject({ path: ROUTES, isContested: false });
  expect([change.before, change.after]).toEqual([learner.read(ROUTES), expect.any(String)]);
  expect(await json('solution', '--apply')).toMatchObject({ commit: expect.any(String) });
  expect(learner.read(ROUTES)).toBe(change.after);
  expect(await json('reset')).toMatchObject({ branch: `create-backend/${LESSON}`, missing: [] });
});

test('a file that only the solution has comes with it, and goes by a reset', async () => {
  const learner = await Learner.start(['--learn', '--stage', 'sqlite']);
  const path = 'migrations/0003-add-indexes.sql';
  expect((await learner.status()).files.removed).toEqual([]);
  expect((await learner.type('solution', '05-indexes')).stdout).toContain(`+++ b/${path}`);

  expect(await learner.type('solution', '05-indexes', '--apply')).toMatchObject({ exitCode: 0 });
  expect(learner.read(path)).toContain('CREATE INDEX');
  expect((await learner.status()).files.pristine).toContain(path);

  expect(await learner.type('reset', '05-indexes')).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(learner.folder, path))).toBe(false);
  expect(learner.git('show', `create-backend/05-indexes:${path}`)).toContain('CREATE INDEX');
  expect(learner.git('status', '--porcelain')).toBe('');
});

test('status tells files that are as they came from those that are not', async () => {
  const learner = await Learner.start(['--learn']);
  learner.edit(ROUTES, STARTER, 'return reply.status(202).send(item);');
  writeFileSync(join(learner.folder, 'notes.txt'), 'mine\n');
  rmSync(join(learner.folder, 'requests.http'));
  await learner.goTo(LESSON);
  const { files } = await learner.status();
  expect(files).toMatchObject({
    edited: [ROUTES],
    yours: ['notes.txt'],
    removed: ['requests.http'],
  });
  expect(files.pristine).toContain(`test/given/1-in-memory/${LESSON}.test.ts`);
  const { stdout } = await learner.type('status');
  expect(stdout).toContain(`edited   ${ROUTES}`);
});
