import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { gradesIn, handedIn, handIn, makeCourse } from '../support/graded-course.ts';
import { bin, kit } from '../support/kit.ts';
import { sandbox } from '../support/sandbox.ts';
import { zipOf } from '../support/zip.ts';

const sound = 'await import("./sound/server.ts");\n';
/** It forgets the Location of what it has made. */
const faulty = `
import { ServerResponse } from 'node:http';
const { setHeader } = ServerResponse.prototype;
ServerResponse.prototype.setHeader = function (name, value) {
  return name.toLowerCase() === 'location' ? this : setHeader.call(this, name, value);
};
${sound}`;
const hostile = `
const kept = [];
for (;;) kept.push(Buffer.alloc(1e8, 1));`;

const LONG = 600_000;
const grade = (cwd: string, ...flags: string[]) =>
  kit(['class', 'grade', ...flags], { cwd, env: process.env });

/** Kills a grading in the middle: one is graded, and the next is being asked. Returns the grade. */
async function killOnceGraded(course: string, name: string): Promise<string> {
  const running = spawn(process.execPath, [bin, 'class', 'grade', '--jobs', '1'], {
    cwd: course,
    env: process.env,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => running.once('close', resolve));
  const path = join(course, 'grades', 'first', `${name}.json`);
  await vi.waitUntil(() => existsSync(path), { timeout: LONG, interval: 20 });
  running.kill('SIGKILL');
  await ended;
  return textOf(course, name);
}

function textOf(course: string, name: string): string {
  return readFileSync(join(course, 'grades', 'first', `${name}.json`), 'utf8');
}

describe.skipIf('missing' in sandbox)('class grade', () => {
  test(
    'gives each student what they have earned, tells why not more, and does nothing twice',
    { timeout: LONG },
    async () => {
      const course = makeCourse(['ada', 'ben', 'cleo', 'dina', 'eve', 'finn']);
      handIn(course, 'first-ada', sound);
      handIn(course, 'ben', faulty);
      handIn(course, 'cleo', hostile);
      handIn(course, 'dina', 'this is no program');
      writeFileSync(handedIn(course, 'eve.zip'), zipOf([{ name: '../start.sh', content: 'x' }]));
      handIn(course, 'zoe', sound);
      const first = await grade(course);
      expect(first.exitCode).toBe(1);
      expect(first.stdout).toContain("zoe is nobody's on the roster");

      const { ada, ben, cleo, dina, eve, finn } = gradesIn(course);
      expect(ada).toMatchObject({ state: 'graded', points: { total: 100 }, incidents: [] });
      const lost = ben!.lessons[0]!.checks.filter(({ state }) => state !== 'pass');
      expect(lost.map(({ id }) => id)).toEqual(['post-says-where']);
      expect(ben!.points.total).toBeLessThan(100);
      expect(ben!.points.total).toBeGreaterThan(50);
      expect(cleo).toMatchObject({ points: { total: 0 }, incidents: [{ kind: 'memory' }] });
      expect(dina!.lessons[0]!.checks[0]!.log.join(' ')).toContain('SyntaxError');
      expect(eve!.notes).toContain(
        '../start.sh was left out: its path leads out of the submission.',
      );
      expect(finn).toMatchObject({ state: 'missing', points: { total: 0 } });

      rmSync(handedIn(course, 'zoe'), { recursive: true });
      const again = await grade(course);
      expect(again.exitCode).toBe(0);
      const now = gradesIn(course);
      const asked = ['ada', 'ben', 'cleo', 'dina', 'eve'];
      for (const name of asked) expect(now[name]).toEqual({ ada, ben, cleo, dina, eve }[name]);

      appendFileSync(
        join(course, 'course.yaml'),
        'adjustments:\n  - {student: ben, assignment: first, points: 3, reason: asked well}\n',
      );
      const regraded = await kit(['class', 'regrade'], { cwd: course, env: process.env });
      const total = ben!.points.total;
      expect(regraded.stdout).toContain(`ben, first: ${total} to ${total + 3}`);
      expect(regraded.stdout).toContain('3 points by hand, not 0');
      expect(regraded.stdout).not.toContain('ada, first');
      expect(regraded.stdout).toContain('Nothing was written');
      expect(gradesIn(course)['ben']).toEqual(ben);
    },
  );

  test('goes on where it was killed, however often', { timeout: LONG }, async () => {
    const names = ['ada', 'ben', 'cleo'];
    const course = makeCourse(names);
    for (const name of names) handIn(course, name, sound);
    const ada = await killOnceGraded(course, 'ada');
    const ben = await killOnceGraded(course, 'ben');

    const { exitCode } = await grade(course, '--jobs', '1');
    expect(exitCode).toBe(0);
    // When each was asked stands in its grade: nobody was asked twice.
    expect(textOf(course, 'ada')).toBe(ada);
    expect(textOf(course, 'ben')).toBe(ben);
    const grades = Object.values(gradesIn(course));
    expect(grades.map(({ points }) => points.total)).toEqual([100, 100, 100]);
  });

  test('believes no answers that were learned by heart', { timeout: LONG }, async () => {
    const course = makeCourse(['ada']);
    handIn(
      course,
      'ada',
      `
      import { createServer } from 'node:http';
      const made = { id: 'b3f0b0a4-6c0e-4f5e-9d53-0c9f3d7a1b11', title: 'Buy milk' };
      createServer((request, response) => {
        response.setHeader('Content-Type', 'application/json');
        if (request.method === 'POST') {
          response.writeHead(201, { Location: '/api/v1/tasks/' + made.id });
        }
        response.end(JSON.stringify(request.url === '/api/v1/tasks' && request.method === 'GET'
          ? { items: [made] } : made));
      }).listen(Number(process.env.PORT), '127.0.0.1');`,
    );
    await grade(course);
    expect(gradesIn(course)['ada']!.points.total).toBeLessThan(50);
  });
});

test('class grade runs nothing where nothing holds it, unless it is asked to by name', async () => {
  const course = makeCourse(['ada']);
  handIn(course, 'ada', sound);
  const nowhere = { ...process.env, PATH: '/nowhere' };
  const { exitCode, stderr } = await kit(['class', 'grade'], { cwd: course, env: nowhere });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Submissions are not run here: bwrap is not here.');
  expect(stderr).toContain('--unsafe');
  expect(existsSync(join(course, 'grades'))).toBe(false);
});

test(
  'class grade --unsafe grades, warns, and writes it into the grade',
  { timeout: LONG },
  async () => {
    const course = makeCourse(['ada']);
    handIn(course, 'ada', sound);
    const { exitCode, stderr } = await grade(course, '--unsafe');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('UNSAFE');
    expect(gradesIn(course)['ada']).toMatchObject({ sandbox: 'none', points: { total: 100 } });
  },
);
