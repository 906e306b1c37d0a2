import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileMistakes } from '../../scripts/compile-mistakes.ts';
import { presets } from '../../src/catalog/presets.ts';
import { stacks } from '../../src/catalog/stacks.ts';
import { stages } from '../../src/catalog/stages.ts';
import type { Mistake } from '../../src/lessons/mistakes.ts';
import { earlierMistakesProof, mistakeProof } from '../../src/lessons/verify/prove-mistake.ts';
import { prepareStage, type StageUnderProof } from '../../src/lessons/verify/stage-under-proof.ts';
import { ownEnvironment } from '../../src/system/own-environment.ts';
import { run } from '../../src/system/process.ts';
import { kit } from '../support/plan.ts';
import { temporaryFolder } from '../support/temporary.ts';

const routes = 'src/{{resource.path}}/routes.ts';
const createdIs200 = [{ file: routes, text: 'reply.code(201).header(', with: 'reply.header(' }];

const context = {
  run,
  env: ownEnvironment(process.env),
  signal: new AbortController().signal,
  now: () => performance.now(),
};
const settings = {
  stack: stacks[0]!,
  schema: presets['tasks']!,
  seed: 1,
  asked: 'everything',
} as const;

let inMemory: StageUnderProof;

beforeAll(async () => {
  const proven = await prepareStage(context, stages[0]!, settings, kit);
  // Those that are named here are enough, and quick.
  const ids = new Set(['post-answers-201', 'server-gives-the-id']);
  inMemory = { ...proven, checks: proven.checks.filter(({ id }) => ids.has(id)) };
});

describe('a mistake', () => {
  test('is well when the check that it names is the first to fail, and its message is kept', async () => {
    const outcome = await prove({ typescript: createdIs200 });
    expect(outcome).toMatchObject({ state: 'well', remark: '' });
    expect(outcome.message).toContain('post-answers-201, lesson 03-create-and-read');
    expect(outcome.message).toContain('200 OK');
  });

  test('is wrong when it names another check than the first that fails', async () => {
    const { state, remark } = await prove({
      check: 'server-gives-the-id',
      typescript: createdIs200,
    });
    expect(state).toBe('wrong');
    expect(remark).toContain('is to be caught by server-gives-the-id, and the root is:\n');
    expect(remark).toContain('post-answers-201, lesson 03-create-and-read');
  });

  test('is wrong when no check notices it', async () => {
    const typescript = [{ file: 'README.md', text: '# verified', with: '# Verified' }];
    const { state, remark } = await prove({ typescript });
    expect({ state, remark }).toEqual({ state: 'wrong', remark: 'is not noticed by any check' });
  });

  test.each([
    ['stands twice', 'reply', /^some: in src\/tasks\/routes\.ts the text stands \d+ times: reply$/],
    ['stands nowhere', 'nonsense', /the text stands 0 times: nonsense$/],
  ])('is wrong when the text that it edits %s', async (_where, text, expected) => {
    const { state, remark } = await prove({ typescript: [{ file: routes, text, with: '' }] });
    expect(state).toBe('wrong');
    expect(remark).toMatch(expected);
  });

  test('is wrong without an edit for the stack, and unfit where that is impossible', async () => {
    const remark = 'some has no edits for typescript';
    expect(await prove({})).toMatchObject({ state: 'wrong', remark });
    const reason = 'the framework does it';
    const excused = await prove({ impossible: { typescript: reason } });
    expect(excused).toMatchObject({ state: 'unfit', remark: reason });
  });

  test('is unfit where the resource gives no occasion for it', async () => {
    const { state, remark } = await prove({ needs: ['email'], typescript: createdIs200 });
    expect(state).toBe('unfit');
    expect(remark).toBe('the resource has no field of this kind: email');
  });
});

test('a mistake of an earlier stage must still apply where it claims to fit', async () => {
  const sqlite = { ...inMemory, stage: stages[1]! };
  const fitting = await mistakeOf({ typescript: createdIs200 });
  const lost = { ...fitting, id: 'lost', edits: {} };
  expect(await earlierMistakesProof(sqlite, [fitting, lost]).prove()).toMatchObject({
    state: 'wrong',
    remark: 'lost has no edits for typescript',
  });
  expect(await earlierMistakesProof(sqlite, [fitting]).prove()).toMatchObject({ state: 'well' });
});

async function prove(authored: object) {
  return mistakeProof(inMemory, await mistakeOf(authored)).prove();
}

/** A mistake as its author writes it, compiled as the build does. */
async function mistakeOf(authored: object): Promise<Mistake> {
  const folder = temporaryFolder();
  const lesson = join(folder, '1-in-memory', '03-create-and-read');
  mkdirSync(lesson, { recursive: true });
  const usual = { id: 'some', check: 'post-answers-201', story: 'Something went wrong.' };
  // JSON is YAML, too.
  writeFileSync(join(lesson, 'mistakes.yaml'), JSON.stringify([{ ...usual, ...authored }]));
  await compileMistakes(folder, folder);
  const [mistake] = createRequire(import.meta.url)(join(folder, 'mistakes.cjs')) as Mistake[];
  return mistake!;
}
