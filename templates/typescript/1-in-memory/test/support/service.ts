import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';

/** The service as a process of its own, with these settings; it is killed after the test. */
export function startService(t: TestContext, settings: Record<string, string>) {
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
      if (service.exitCode !== null) throw new Error(`it ended: ${errors}`);
      await Promise.race([once(service.stdout, 'data'), exited]);
    }
  }

  return {
    process: service,
    address,
    errors: () => errors,
    exitCode: async () => (await exited)[0] as number | null,
  };
}
