import type { Programs } from '../../system/process.ts';
import type { Api } from '../api.ts';
import { NotRunnable } from '../failure.ts';
import type { Settings } from '../service/control.ts';
import { lastWords, runCommand } from '../service/run-command.ts';
import { logIn, newPerson, type Person } from './person.ts';

/** The command that makes a registered user an admin; the e-mail is its last argument. */
export interface AdminCommand {
  readonly commandLine: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly programs: Programs;
}

/** Makes an admin by the project's own command; how the command ended where it failed. */
export async function makeAdmin(
  { commandLine, cwd, env, programs }: AdminCommand,
  email: string,
  settings: Settings,
  signal: AbortSignal,
): Promise<{ readonly isDone: boolean; readonly said: string }> {
  const own = { ...env, ...settings };
  const making = { name: 'make-admin', commandLine: [...commandLine, email], cwd, env: own };
  const result = await runCommand({ ...making, programs }, signal);
  const said = `exit code ${result.exitCode}: ${lastWords(result)}`;
  return { isDone: result.exitCode === 0, said };
}

/**
 * A new person, made an admin.
 * @throws NotRunnable when that is not possible: it is what other checks ask
 */
export async function newAdmin(
  api: Api,
  command: AdminCommand,
  settings: Settings,
  signal: AbortSignal,
): Promise<Person> {
  const person = await newPerson(api);
  const { isDone, said } = await makeAdmin(command, person.email, settings, signal);
  if (!isDone) throw new NotRunnable(`it needs an admin, and make-admin ends with ${said}`);
  // The role stands in the token: the one from before is still a user's.
  return { ...person, ...(await logIn(api, person)) };
}
