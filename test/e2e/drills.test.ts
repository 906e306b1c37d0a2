import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Learner } from '../support/learner.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { environmentWithNode } from '../support/toolchain.ts';

/** What users report, and what a test would have said before. */
type Case = readonly [symptom: string, test: string];

const inMemory: readonly Case[] = [
  [
    'When I save something on a bad connection, I get it several times.',
    `const { status } = await api.post(path, sample(1));
    assert.equal(status, 201);`,
  ],
  [
    'I only changed the name, and the rest is as on the first day.',
    `const { body } = await api.post(path, { ...sample(1), priority: 5 });
    const { body: renamed } = await api.patch(\`\${path}/\${body.id}\`, { title: 'Another' });
    assert.equal(renamed.priority, 5);`,
  ],
  [
    'I delete it, and it comes back.',
    `const { body } = await api.post(path, sample(1));
    await api.delete(\`\${path}/\${body.id}\`);
    assert.equal((await api.get(\`\${path}/\${body.id}\`)).status, 404);`,
  ],
];

const sqlite: readonly Case[] = [
  [
    "O'Reilly is there when I scroll, and not when I search.",
    `await api.post(path, { ...sample(1), title: "O'Reilly" });
    assert.equal((await api.get(\`\${path}?title=O'Reilly\`)).body.total, 1);`,
  ],
  [
    'It says three comments, and I see two.',
    `const { body } = await api.post(path, sample(1));
    const { body: comment } = await api.post(\`\${path}/\${body.id}/comments\`, { body: 'Hm' });
    await api.delete(\`\${path}/\${body.id}/comments/\${comment.id}\`);
    assert.equal((await api.get(\`\${path}/\${body.id}\`)).body.comment_count, 0);`,
  ],
  [
    'At night, when the report runs, nothing answers.',
    'assert.equal((await api.get(`${path}?limit=1000000`)).status, 422);',
  ],
];

describe.each([
  ['in-memory', inMemory],
  ['sqlite', sqlite],
] as const)('drills at %s', (stage, cases) => {
  test('are over once the mistake is mended and a new test notices it', async () => {
    const learner = await newcomer(stage);
    for (const [symptom, body] of cases) await drill(learner, symptom, body);
    const list = (await learner.type('drill', 'list')).stdout;
    const done = list.split('\n').filter((line) => line.startsWith('✔'));
    expect(done.map((line) => line.slice(6)).sort()).toEqual(
      cases.map(([symptom]) => symptom).sort(),
    );
  });
});

test('a drill that does not fit the code is done in that of the kit, on a branch', async () => {
  const learner = await newcomer('in-memory');
  learner.edit('src/tasks/routes.ts', 'reply.code(201).header(', 'reply.status(201).header(');
  learner.git('commit', '--all', '--quiet', '-m', 'Say it my way');
  const [symptom, body] = inMemory[0]!;
  await drill(learner, symptom, body);
  expect(learner.git('branch', '--show-current')).toBe('drill-1');
  learner.git('switch', '--quiet', 'main');
  expect(learner.read('src/tasks/routes.ts')).toContain('reply.status(201).header(');
});

test('a drill that is given up is told, and taken out', async () => {
  const learner = await newcomer('in-memory');
  const before = learner.git('rev-parse', 'HEAD^{tree}');
  expect((await learner.type('drill', 'start', '--seed', '5')).exitCode).toBe(0);
  expect(learner.git('rev-parse', 'HEAD^{tree}')).not.toBe(before);
  const again = await learner.type('drill', 'start');
  expect(again).toMatchObject({ exitCode: 2 });
  expect(again.stderr).toContain('A drill is under way');
  expect((await learner.type('drill', 'give-up')).stdout).toContain('What it was:');
  expect(learner.git('rev-parse', 'HEAD^{tree}')).toBe(before);
});

/** Begins a drill, finds that it is not over, mends it, writes the test, and finds that it is. */
async function drill(learner: Learner, symptom: string, body: string): Promise<void> {
  const started = await learner.type('drill', 'start', await numberOf(learner, symptom));
  expect(started, started.stderr).toMatchObject({ exitCode: 0 });
  expect(started.stdout).toContain(symptom);
  const open = await learner.type('drill', 'status');
  expect(open, open.stderr).toMatchObject({ exitCode: 1 });
  expect(open.stdout).toContain('✖ test/yours has a test that is new');

  learner.git('revert', '--no-edit', 'HEAD');
  const name = symptom.replaceAll(/\W+/g, '-').toLowerCase();
  writeTest(learner, name, 'assert.ok(path);');
  const untested = await learner.type('drill', 'status');
  expect(untested, untested.stderr).toMatchObject({ exitCode: 1 });
  expect(untested.stdout).toContain('✖ one of them fails on the version that was broken');

  writeTest(learner, name, body);
  const over = await learner.type('drill', 'status');
  expect(over, over.stdout + over.stderr).toMatchObject({ exitCode: 0 });
  expect(over.stdout).toContain('What it was:');
  learner.git('add', '--all');
  learner.git('commit', '--quiet', '-m', 'Test what users reported');
}

async function numberOf(learner: Learner, symptom: string): Promise<string> {
  const { stdout } = await learner.type('drill', 'list');
  const line = stdout.split('\n').find((text) => text.endsWith(`  ${symptom}`));
  return line!.slice(2, 4).trim();
}

function writeTest(learner: Learner, name: string, body: string): void {
  writeFileSync(
    join(learner.folder, 'test', 'yours', `${name}.test.ts`),
    `import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startApi } from '../support/api.ts';
import { path, sample } from '../support/samples.ts';

it('is as it should be', async (t) => {
    const api = await startApi(t);
    assert.ok(sample(1));
    ${body}
});
`,
  );
}

async function newcomer(stage: string): Promise<Learner> {
  const root = temporaryFolder();
  const cwd = join(root, 'work');
  mkdirSync(cwd);
  const place = { cwd, env: environmentWithNode(root) };
  const learner = await Learner.start(['--stage', stage, '--no-test'], place);
  learner.git('config', 'user.name', 'Ada');
  learner.git('config', 'user.email', 'ada@example.com');
  return learner;
}
