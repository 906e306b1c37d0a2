import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listenersOf, processesWith } from '../../src/system/process-table.ts';
import { temporaryFolder } from '../support/temporary.ts';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'create-backend.js');
const node = process.execPath;
/** In the environment of all that a test starts, so that what stays behind is found. */
const MARK = 'CHECKER_TEST';

describe('a service that misbehaves', () => {
  it('that listens on a port of its own is told which one', () => {
    const { output, exitCode } = check(`
      require('node:http').createServer((q, s) => s.end('{}')).listen(0, '127.0.0.1');`);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/you listen on \d+; PORT was \d+/);
  });

  it('that ends at once is shown with its exit code and its last words', () => {
    const { output, exitCode } = check(`console.error('FATAL: no settings'); process.exit(7);`);
    expect(exitCode).toBe(1);
    expect(output).toContain('exit code 7');
    expect(output).toContain('FATAL: no settings');
  });

  it('whose migrations fail is not told of its port', () => {
    const fails = ['--stage', 'sqlite', '--migrate', `${node} -e "throw Error('no such table')"`];
    const { output, exitCode } = check(serving(''), ['live-answers-ok', ...fails]);
    expect(exitCode).toBe(1);
    expect(output).toContain('no such table');
    expect(output).toContain('a migration cannot be run on an empty database');
  });

  it('that dies of a request is started again for the next check', () => {
    const { output, exitCode } = check(
      serving(
        `if (q.url === '/health/live') process.nextTick(() => { throw new Error('oh no'); });`,
      ),
      ['00-start-here'],
    );
    expect(exitCode).toBe(1);
    expect(output).toContain('the process ended with exit code 1');
    expect(output).toContain('oh no');
  });

  it('that never answers is given up after its time', () => {
    const { output, exitCode } = check(
      serving(`if (count++ > 0 && q.url === '/health/live') return;`),
      ['live-answers-ok', '--timeout', '2'],
    );
    expect(exitCode).toBe(1);
    expect(output).toContain('within 2 s');
  });

  it('that floods its log is checked all the same', () => {
    const flood = `const line = 'x'.repeat(1000) + '\\n'; (function more() {
      for (let n = 0; n < 100; n++) process.stdout.write(line); setTimeout(more, 1); })();`;
    const { output } = check(flood + serving(''), ['live-answers-ok']);
    expect(output).toContain('2 passed');
  });

  it('that lies in its status is not believed', () => {
    const { output } = check(serving(`return s.end('{"status":"down"}');`), ['live-answers-ok']);
    expect(output).toContain('`status` of the body is "ok"');
  });

  it('that forks and ignores TERM leaves nothing behind', () => {
    const stubborn = `process.on('SIGTERM', () => {});
      if (!process.argv[2]) require('node:child_process')
        .spawn(process.execPath, [__filename, 'child'], { detached: true, stdio: 'ignore' }).unref();
      if (process.argv[2]) setInterval(() => {}, 1000); else { ${serving('')} }`;
    const { mark } = check(stubborn, ['live-answers-ok']);
    expect(processesWith(mark)).toEqual([]);
  });

  it('is stopped when the check is interrupted', async () => {
    const mark = `${MARK}=${crypto.randomUUID()}`;
    const folder = serviceIn(serving(`if (count++ > 0) return;`));
    const child = spawn(node, [bin, 'check', '--start', `${node} service.cjs`], {
      cwd: folder,
      env: { ...process.env, [MARK]: mark.slice(MARK.length + 1) },
    });
    await until(() => listenersOf(processesWith(mark)).length > 0);
    child.kill('SIGINT');
    const exitCode = await new Promise((resolve) => child.once('exit', resolve));
    expect(exitCode).toBe(130);
    expect(processesWith(mark)).toEqual([]);
  });
});

describe('replay', () => {
  it('leaves the service running until it is interrupted, and shows what to try', async () => {
    const folder = serviceIn(serving(''));
    const child = spawn(
      node,
      [bin, 'replay', 'live-answers-ok', '--start', `${node} service.cjs`],
      {
        cwd: folder,
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output += text));
    await until(() => output.includes('Ctrl-C stops it'));
    const url = /listens on (http:\S+);/.exec(output)![1]!;
    expect(output).toContain(`curl -i ${url}/health/live`);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('the command line of check', () => {
  it('says how to go on where there is no project', () => {
    const { stderr, status } = spawnSync(node, [bin, 'check'], { cwd: '/', encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('--url http://127.0.0.1:3000');
  });

  it('suggests a lesson for a mistyped one', () => {
    const args = [bin, 'check', '04-validaton', '--url', 'http://127.0.0.1:9'];
    const { stderr, status } = spawnSync(node, args, { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean 04-validation?');
  });

  it('writes JUnit besides', () => {
    const folder = serviceIn(serving(''));
    const flags = ['--junit', 'out.xml', '--start', `${node} service.cjs`];
    spawnSync(node, [bin, 'check', 'live-answers-ok', ...flags], { cwd: folder });
    const { stdout } = spawnSync('cat', ['out.xml'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toContain('<testsuite name="create-backend check" tests="2"');
  });
});

/** A service that answers everything alike, after some code of its own for each request. */
function serving(each: string): string {
  return `let count = 0;
    require('node:http').createServer((q, s) => { ${each}
      s.setHeader('Content-Type', 'application/json').end('{"status":"ok"}');
    }).listen(process.env.PORT, process.env.HOST);`;
}

function serviceIn(code: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'service.cjs'), code);
  return folder;
}

function check(code: string, args: readonly string[] = []) {
  const mark = crypto.randomUUID();
  const { stdout, stderr, status } = spawnSync(
    node,
    [bin, 'check', ...args, '--start', `${node} service.cjs`],
    { cwd: serviceIn(code), env: { ...process.env, [MARK]: mark }, encoding: 'utf8' },
  );
  return { output: stdout + stderr, exitCode: status, mark: `${MARK}=${mark}` };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
