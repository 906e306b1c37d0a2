import { execFile } from 'node:child_process';

/** How a command ended and what it wrote. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** The copied project, and the name of the image that the tests build from it. */
export const project = '/srv/run/project';
export const image = 'service:test';

/** Settings that a production start accepts; nothing listens where the database should be. */
export const settings = {
  DATABASE_URL: 'postgres://app:database-password@127.0.0.1:5432/app',
  JWT_SECRET: 'b'.repeat(20) + '7f3e0c9a51d84e6aa2c1',
  POSTGRES_PASSWORD: 'a6f1c7d2e8b94035',
};

/** Runs docker in the project's folder, with the settings in its environment, to its end. */
export function attempt(args: string[], env: Record<string, string> = settings): Promise<Ended> {
  return ended('docker', args, env);
}

function ended(command: string, args: string[], env: Record<string, string>): Promise<Ended> {
  const options = { cwd: project, env: { ...process.env, ...env }, timeout: 90_000 };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error ? 1 : 0,
        stdout,
        stderr,
      });
    });
  });
}

/** Runs a line of the project's documentation as a reader would type it. Throws when it fails. */
export async function type(line: string): Promise<void> {
  const { code, stderr } = await ended('sh', ['-c', line], settings);
  if (code !== 0) throw new Error(`${line}\nended with ${code}:\n${stderr}`);
}

/** Runs docker and answers what it wrote to stdout, trimmed. Throws when it fails. */
export async function docker(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await attempt(args);
  if (code !== 0) throw new Error(`docker ${args.join(' ')} ended with ${code}:\n${stderr}`);
  return stdout.trim();
}

/** `docker compose` with the project's compose file. Throws when it fails. */
export function compose(...args: string[]): Promise<string> {
  return docker('compose', ...args);
}

/** One part of what `docker inspect` knows, by a Go template. */
export function inspect(name: string, template: string): Promise<string> {
  return docker('inspect', '--format', template, name);
}

/** Asks again and again until the answer is not undefined; throws after `seconds`. */
export async function eventually<T>(
  seconds: number,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`still waiting after ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
