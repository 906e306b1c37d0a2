import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';

/** The service as a process of its own, with these settings; it is killed after the test. */
export async function startService(t: TestContext, settings: Record<string, string>) {
  const service = spawn(process.execPath, ['src/server.ts'], { env: settings });
  t.after(() => service.kill('SIGKILL'));
  const exited = once(service, 'exit');
  let output = '';
  let errors = '';
  service.stdout.on('data', (chunk) => (output += chunk));
  service.stderr.on('data', (chunk) => (errors += chunk));

  /** Where it listens, once it does. */
  async function address(): Promise<string> {
    for (;;) {
      const [url] = /http:\/\/[^"\s]+/.exec(output) ?? [];
      if (url) return url;
      const how = service.exitCode ?? service.signalCode;
      if (how !== null) throw new Error(`it ended: ${errors}`);
      await Promise.race([once(service.stdout, 'data'), exited]);
    }
  }

  async function request(method: string, path: string, body?: object) {
    // A connection that is kept alive would keep the tests alive, too.
    const headers = { connection: 'close', ...(body && { 'content-type': 'application/json' }) };
    const content = body ? { body: JSON.stringify(body) } : {};
    const answer = await fetch((await address()) + path, { method, headers, ...content });
    const text = await answer.text();
    return { status: answer.status, body: text && JSON.parse(text) };
  }

  /** Its exit code; null where it did not end by itself within 15 seconds. */
  async function exitCode(): Promise<number | null> {
    const deadline = setTimeout(() => service.kill('SIGKILL'), 15_000);
    const [code] = await exited;
    clearTimeout(deadline);
    return code;
  }

  return {
    process: service,
    request,
    errors: () => errors,
    exitCode,
  };
}
