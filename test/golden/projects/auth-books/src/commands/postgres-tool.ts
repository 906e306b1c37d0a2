import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs one of the programs that come with Postgres on the database at `address`. */
export async function runPostgresTool(name: string, address: string, args: string[]) {
  const url = new URL(address);
  // As an argument, everyone on this machine could read the password in the list of processes.
  const password = url.password !== '' && { PGPASSWORD: decodeURIComponent(url.password) };
  url.password = '';
  const env = { ...process.env, ...password };
  const tool = spawn(name, [`--dbname=${url.href}`, ...args], { env, stdio: 'inherit' });
  const [code] = await once(tool, 'exit').catch(() => {
    throw new Error(`This needs ${name}, which comes with the client programs of Postgres.`);
  });
  if (code !== 0) throw new Error(`${name} failed, see above.`);
}
