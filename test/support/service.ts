import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished, vi } from 'vitest';
import { freePort } from './free-port.ts';

/** A generated service that runs. */
export interface Service {
  readonly url: string;
  /** Asks it to stop, and returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a project's service on a free port and waits until it answers; it ends with the test. */
export async function startService(cwd: string, env: NodeJS.ProcessEnv): Promise<Service> {
  const port = await freePort();
  const settings = { ...env, PORT: String(port), LOG_LEVEL: 'warn' };
  const args = ['--env-file-if-exists=.env', 'src/server.ts'];
  const child = spawn(process.execPath, args, { cwd, env: settings, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk));
  const url = `http://127.0.0.1:${port}`;
  const isUp = () => child.exitCode !== null || answers(url);
  await vi.waitUntil(isUp, { timeout: 20_000, interval: 50 });
  if (child.exitCode !== null) throw new Error(`the service has ended: ${log}`);
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [exitCode] = await ended;
      return exitCode;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/live`)).ok;
  } catch {
    return false;
  }
}
