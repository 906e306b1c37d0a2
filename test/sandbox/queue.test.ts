import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { gradesIn, handIn, makeCourse } from '../support/graded-course.ts';
import { bin, kit } from '../support/kit.ts';
import { sandbox } from '../support/sandbox.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { describeWith } from '../support/toolchain.ts';

const redis =
  ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path)) ?? null;
const needs = 'missing' in sandbox ? null : redis;

const sound = 'await import("./sound/server.ts");\n';
const LONG = 600_000;

/** A worker that runs, and all that it has said. */
interface RunningWorker {
  readonly child: ChildProcess;
  readonly said: () => string;
}

describeWith(needs, 'a queue of errands', () => {
  test(
    'gives what a lost worker had in hand to another, and asks nothing twice',
    { timeout: LONG },
    async () => {
      const course = makeCourse(['ada', 'ben', 'cleo']);
      for (const name of ['ada', 'ben', 'cleo']) handIn(course, name, sound);
      const address = await startRedis();
      const lost = startWorker(course, address);
      const grading = kit(['class', 'grade', '--queue', address], place(course));
      await until(() => lost.said().includes('asking'));
      lost.child.kill('SIGKILL');

      const other = startWorker(course, address);
      expect((await grading).exitCode).toBe(0);
      const grades = Object.values(gradesIn(course));
      expect(grades.map(({ points }) => points.total)).toEqual([100, 100, 100]);
      expect(answeredBy(lost)).toEqual([]);
      expect(answeredBy(other).sort()).toEqual([
        'ada, first',
        'ben, first',
        'cleo, first',
        'the solution of first',
      ]);

      const before = gradesIn(course);
      other.child.kill('SIGKILL');
      expect((await kit(['class', 'grade', '--queue', address], place(course))).exitCode).toBe(0);
      expect(gradesIn(course)).toEqual(before);
    },
  );

  test('shares the work among workers', { timeout: LONG }, async () => {
    const names = ['ada', 'ben', 'cleo', 'dina'];
    const course = makeCourse(names);
    for (const name of names) handIn(course, name, sound);
    const address = await startRedis();
    const workers = [startWorker(course, address), startWorker(course, address)];
    const { exitCode } = await kit(['class', 'grade', '--queue', address], place(course));
    expect(exitCode).toBe(0);
    const answered = workers.map(answeredBy);
    expect(answered.every(({ length }) => length > 0)).toBe(true);
    expect(answered.flat().sort()).toEqual([
      ...names.map((name) => `${name}, first`),
      'the solution of first',
    ]);
  });

  test('keeps what was answered while nobody listened', { timeout: LONG }, async () => {
    const course = makeCourse(['ada', 'ben']);
    for (const name of ['ada', 'ben']) handIn(course, name, sound);
    const address = await startRedis();
    const worker = startWorker(course, address);
    const args = [bin, 'class', 'grade', '--queue', address];
    const grading = spawn(process.execPath, args, { ...place(course), stdio: 'ignore' });
    await until(() => worker.said().includes(', first: asking'));
    grading.kill('SIGKILL');
    await until(() => answeredBy(worker).length > 1);

    const { exitCode } = await kit(['class', 'grade', '--queue', address], place(course));
    expect(exitCode).toBe(0);
    const grades = Object.values(gradesIn(course));
    expect(grades.map(({ points }) => points.total)).toEqual([100, 100]);
    expect(answeredBy(worker).sort()).toEqual([
      'ada, first',
      'ben, first',
      'the solution of first',
    ]);
  });

  test('believes no worker that has other files', { timeout: LONG }, async () => {
    const [course, other] = [makeCourse(['ada']), makeCourse(['ada'])];
    handIn(course, 'ada', sound);
    handIn(other, 'ada', '// Something else.');
    const address = await startRedis();
    startWorker(other, address);
    const { exitCode } = await kit(['class', 'grade', '--queue', address], place(course));
    expect(exitCode).toBe(1);
    expect(gradesIn(course)['ada']).toMatchObject({
      state: 'not-graded',
      reason: 'ada is not the same where it was to be asked',
    });
  });
});

/** A Redis for one test; its address. */
async function startRedis(): Promise<string> {
  const port = await freePort();
  const flags = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(redis!, [...flags, '--dir', temporaryFolder()], { stdio: 'pipe' });
  onTestFinished(() => void server.kill('SIGKILL'));
  const said = listen(server);
  await until(() => said().includes('Ready to accept'));
  return `redis://127.0.0.1:${port}`;
}

function startWorker(course: string, address: string): RunningWorker {
  const args = [bin, 'class', 'worker', '--queue', address, '--jobs', '1'];
  const child = spawn(process.execPath, args, { ...place(course), stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said: listen(child) };
}

function listen({ stdout, stderr }: ChildProcess): () => string {
  let said = '';
  for (const stream of [stdout!, stderr!]) stream.on('data', (part: Buffer) => (said += part));
  return () => said;
}

/** What a worker says that it has answered. */
function answeredBy({ said }: RunningWorker): string[] {
  return [...said().matchAll(/^\S+ (.*): answered$/gm)].map(([, what]) => what!);
}

function until(isSo: () => boolean): Promise<unknown> {
  return vi.waitUntil(isSo, { timeout: LONG, interval: 20 });
}

function place(cwd: string) {
  return { cwd, env: process.env };
}
