import { createServer, type AddressInfo } from 'node:net';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gradeService, kindsOf, sandbox, saidInstead } from '../support/sandbox.ts';

/** A service that tries things, tells what it managed, and ends. */
const trying = (tries: Readonly<Record<string, string>>) => `
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync, existsSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { lookup } from 'node:dns/promises';
const reach = (where) => new Promise((resolve, reject) =>
  connect(where, resolve).on('error', reject));
const run = (program, ...args) => {
  const { status, error } = spawnSync(program, args, { timeout: 5000 });
  if (status !== 0) throw error ?? new Error(String(status));
};
const managed = [];
${Object.entries(tries)
  .map(([what, code]) => `try { ${code}; managed.push(${JSON.stringify(what)}); } catch {}`)
  .join('\n')}
console.log('managed: ' + (managed.join(', ') || 'nothing'));
process.exit(1);`;

const fill = (folder: string) =>
  `for (let at = 0; at < 4; at += 1) writeFileSync('${folder}/' + at, Buffer.alloc(6e7))`;

const alone = 'await import("./sound/server.ts");';

describe.skipIf('missing' in sandbox)('a submission in the sandbox', () => {
  test('that is sound passes, and nothing is noted of it', async () => {
    const findings = await gradeService(alone, {
      lessons: ['00-start-here', '03-create-and-read'],
    });
    const failed = findings.outcomes.filter(({ state }) => state === 'fail');
    expect(failed).toEqual([]);
    expect(findings.incidents).toEqual([]);
    expect(findings.faults).toEqual([]);
  });

  test('changes no file but its own temporary ones', async () => {
    const findings = await gradeService(
      trying({
        etc: `writeFileSync('/etc/x', '')`,
        usr: `writeFileSync('/usr/x', '')`,
        top: `writeFileSync('/x', '')`,
        itself: `writeFileSync('server.ts', '')`,
        beside: `writeFileSync('../x', '')`,
        root: `writeFileSync('/root/x', '')`,
        'through a link': `symlinkSync('/etc/x', '/tmp/x'); writeFileSync('/tmp/x', '')`,
        programs: `writeFileSync(process.execPath, '')`,
      }),
    );
    expect(saidInstead(findings)).toBe('managed: nothing');
  });

  test('that says what it may not write is told so', async () => {
    const findings = await gradeService(`
      import { writeFileSync } from 'node:fs';
      writeFileSync('/usr/mine', '');`);
    expect(findings.incidents).toEqual([
      { kind: 'files', text: 'it tried to use /usr/mine, which is not its to use (EROFS)' },
    ]);
  });

  test("reads neither the instructor's files nor the checks", async () => {
    const secret = `${import.meta.dirname}/attacks.test.ts`;
    const findings = await gradeService(
      trying({
        keys: `readdirSync('/root')`,
        homes: `readdirSync('/home')`,
        shadow: `readFileSync('/etc/shadow')`,
        users: `if (!readFileSync('/etc/passwd', 'utf8').includes('root')) throw 1`,
        kit: `readdirSync('/grading/kit')`,
        job: `readFileSync('/grading/job.json')`,
        'a file of the machine': `readFileSync(${JSON.stringify(secret)})`,
        'files of others': `if (readdirSync('/grading').length === 2) throw 1`,
        environment: `if (!readFileSync('/proc/1/environ', 'utf8').includes('=/root')) throw 1`,
        'control groups': `readdirSync('/sys/fs/cgroup')`,
      }),
    );
    expect(saidInstead(findings)).toBe('managed: nothing');
  });

  test('that says what it may not read is told so', async () => {
    const findings = await gradeService(`
      import { readFileSync } from 'node:fs';
      readFileSync('/root/.ssh/id_rsa');`);
    expect(findings.incidents).toEqual([
      { kind: 'files', text: 'it looked for /root/.ssh/id_rsa, outside of its project' },
    ]);
  });

  test('reaches no network, not even that of the machine, and is told so', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const hidden = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => hidden.listen('\0create-backend-attack', resolve));
    onTestFinished(() => void [server.close(), hidden.close()]);
    const { port } = server.address() as AddressInfo;
    const findings = await gradeService(
      trying({
        loopback: `await reach({ port: ${port}, host: '127.0.0.1' })`,
        'abstract socket': `await reach({ path: '\\0create-backend-attack' })`,
        name: `await lookup('registry.npmjs.org')`,
        address: `await reach({ port: 443, host: '93.184.216.34' })`,
        neighbour: `await reach({ port: 80, host: '10.0.0.1' })`,
      }),
    );
    expect(saidInstead(findings)).toBe('managed: nothing');
    expect(kindsOf(findings)).toContain('network');
  });

  test('gains no privilege', async () => {
    const findings = await gradeService(
      trying({
        namespace: `run('unshare', '--user', 'true')`,
        mount: `run('mount', '-t', 'tmpfs', 'x', '/tmp')`,
        device: `run('mknod', '/tmp/x', 'c', '1', '1')`,
        kernel: `writeFileSync('/proc/sys/kernel/hostname', 'x')`,
        root: `run('chroot', '/tmp', 'true')`,
        log: `run('dmesg')`,
        capability: `if (/CapEff:\\s*0+$/m.test(readFileSync('/proc/self/status', 'utf8'))) throw 1`,
        privileges: `if (/NoNewPrivs:\\s*1$/m.test(readFileSync('/proc/self/status', 'utf8'))) throw 1`,
      }),
    );
    expect(saidInstead(findings)).toBe('managed: nothing');
  });

  test('fills no disk', async () => {
    const findings = await gradeService(
      trying({ temporary: fill('/tmp'), 'shared memory': fill('/dev/shm') }),
    );
    expect(saidInstead(findings)).toBe('managed: nothing');
  });

  test('that takes all memory is ended, and told so', async () => {
    const findings = await gradeService(`
      const kept = [];
      for (;;) kept.push(Buffer.alloc(1e8, 1));`);
    expect(findings.outcomes[0]!.got).toMatch(/ended by SIGKILL/);
    expect(kindsOf(findings)).toEqual(['memory']);
  });

  test('that takes memory by many processes is ended too', async () => {
    const findings = await gradeService(`
      import { spawn } from 'node:child_process';
      import { once } from 'node:events';
      const hog = 'const kept = Buffer.alloc(2e8, 1); console.log(kept.length); setInterval(() => kept.fill(2), 100)';
      const hogs = Array.from({ length: 6 }, () => spawn(process.execPath, ['-e', hog]));
      // There is no room for all of them: where there were, the service would begin.
      await Promise.all(hogs.map(({ stdout }) => once(stdout, 'data')));
      ${alone}`);
    expect(kindsOf(findings)).toContain('memory');
  });

  test('that forks without end is held, and told so', async () => {
    const findings = await gradeService(`
      import { spawn } from 'node:child_process';
      const bomb = 'bomb() { bomb | bomb & }; bomb; sleep 60';
      spawn('sh', ['-c', bomb], { stdio: 'ignore' }).on('error', () => {});
      setInterval(() => {}, 1000);`);
    expect(findings.outcomes[0]!.state).toBe('fail');
    expect(kindsOf(findings)).toContain('processes');
  });

  test('that never comes to an end is not waited for', async () => {
    const findings = await gradeService('for (;;);');
    expect(findings.outcomes[0]!.got).toBe('the process runs and listens on no port');
  });

  test('that answers too slowly for all the checks is told so', async () => {
    const slow = `
      import { createServer } from 'node:http';
      createServer((request, response) => {
        if (request.url === '/health/live') response.end('{}');
      }).listen(Number(process.env.PORT), '127.0.0.1');`;
    const findings = await gradeService(slow, { lessons: ['03-create-and-read'], seconds: 12 });
    expect(kindsOf(findings)).toEqual(['time']);
    expect(findings.outcomes.at(-1)!.reason).toMatch(/^the time for all checks together, 12 s/);
  });

  test('that floods its output is ended, and told so', async () => {
    const findings = await gradeService(`
      const line = 'y'.repeat(65536) + '\\n';
      const write = () => { while (process.stdout.write(line)); process.stdout.once('drain', write); };
      write();`);
    expect(kindsOf(findings)).toEqual(['output']);
    expect(findings.outcomes[0]!.got).toMatch(/ended by SIGKILL/);
  });

  test('leaves no daemon, and is told of the one that it wanted to leave', async () => {
    const findings = await gradeService(`
      import { spawn } from 'node:child_process';
      const daemon = 'process.title = "create-backend-daemon";'
        + 'for (const name of ["SIGTERM", "SIGHUP"]) process.on(name, () => {});'
        + 'setInterval(() => {}, 1000)';
      spawn(process.execPath, ['-e', daemon], { detached: true, stdio: 'ignore' }).unref();
      ${alone}`);
    expect(findings.outcomes[0]!.state).toBe('pass');
    expect(commandLines()).not.toContain('create-backend-daemon');
    expect(kindsOf(findings)).toEqual(['background']);
  });

  test('that kills whatever it can kills itself, and not the checker', async () => {
    const findings = await gradeService(`
      import { readdirSync } from 'node:fs';
      for (const name of readdirSync('/proc')) {
        if (/^\\d+$/.test(name) && Number(name) !== process.pid) {
          try { process.kill(Number(name), 'SIGKILL'); } catch {}
        }
      }
      process.kill(-1, 'SIGKILL');
      process.kill(process.pid, 'SIGKILL');`);
    expect(findings.outcomes[0]!.state).toBe('fail');
    expect(findings.faults).toEqual([]);
  });

  test('that says that all has passed is not believed', async () => {
    const faked = { outcomes: [], incidents: [], faults: [] };
    const findings = await gradeService(`
      console.log('119 passed, 0 failed');
      console.log(${JSON.stringify(JSON.stringify(faked))});
      process.exit(0);`);
    expect(findings.outcomes[0]!.state).toBe('fail');
    expect(findings.outcomes[0]!.got).toMatch(/ended with exit code 0/);
  });

  test('that sends without end, or elsewhere, fails that check alone', async () => {
    const findings = await gradeService(
      `
      import { createServer } from 'node:http';
      createServer((request, response) => {
        if (request.url === '/health/live') return response.end('{}');
        if (request.method === 'POST') return response.writeHead(302, { Location: 'http://10.0.0.1/' }).end();
        const send = () => { while (response.write('x'.repeat(65536))); response.once('drain', send); };
        send();
      }).listen(Number(process.env.PORT), '127.0.0.1');`,
      { lessons: ['01-raw-http'], seconds: 20 },
    );
    expect(findings.outcomes[0]!.state).toBe('pass');
    expect(findings.outcomes.some(({ state }) => state === 'fail')).toBe(true);
    expect(findings.faults).toEqual([]);
  });

  test('does nothing to one beside it', async () => {
    const hostile = `
      import { spawn } from 'node:child_process';
      spawn('sh', ['-c', 'bomb() { bomb | bomb & }; bomb; sleep 60'], { stdio: 'ignore' });
      const kept = [];
      setInterval(() => kept.push(Buffer.alloc(1e8, 1)), 50);`;
    const [sound] = await Promise.all([
      gradeService(alone, { lessons: ['00-start-here'] }),
      gradeService(hostile),
    ]);
    expect(sound.outcomes.filter(({ state }) => state !== 'pass')).toEqual([]);
    expect(sound.incidents).toEqual([]);
  });
});

function commandLines(): string {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    })
    .join('\n');
}
