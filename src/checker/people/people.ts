import type { Api } from '../api.ts';
import { newPerson, type Person, type Registration } from './person.ts';
import type { Secrets } from './secrets.ts';

/** Those who use the service, from the stage that knows users. */
export interface People {
  /** The service as somebody without any credentials speaks to it. */
  readonly nobody: Api;
  /** Somebody new, with the role of a user. */
  newcomer(given?: Partial<Registration>): Promise<Person>;
  /** The admin of the run; NotRunnable where none can be made. */
  admin(): Promise<Person>;
  /** What the service was started with; NotRunnable for a service that is not ours. */
  secrets(): Secrets;
  /** Runs the make-admin command of the project. */
  makeAdmin(email: string): Promise<{ readonly isDone: boolean; readonly said: string }>;
}

/** The people of one check. */
export function peopleOf(api: Api, gate: Omit<People, 'nobody' | 'newcomer'>): People {
  const nobody = api.as([]);
  return { nobody, newcomer: (given) => newPerson(nobody, given), ...gate };
}
