import type { Api, Credentials } from '../api.ts';
import { NotRunnable } from '../failure.ts';
import type { Settings } from '../service/control.ts';
import { makeAdmin, newAdmin, type AdminCommand } from './admin.ts';
import { bearer, newPerson, type Person } from './person.ts';
import { accessSettings, newSecrets, TOKEN_STAGE } from './secrets.ts';

/** What a gate has to know of the service that is questioned. */
export interface GateOptions {
  readonly stage: number;
  readonly adminCommand: AdminCommand | null;
  /** The key of a service that runs already; null where none is known. */
  readonly apiKey: string | null;
}

/** Lets the questions of a run in: by a key, or as an admin, as the stage wants it. */
export class Gate {
  readonly secrets = newSecrets();
  readonly #options: GateOptions;
  readonly #signal: AbortSignal;
  /** By the data that the person is registered in. */
  readonly #persons = new WeakMap<object, Promise<Person>>();

  constructor(options: GateOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** Whether questions are asked with the rights of an admin, or of whoever may do everything. */
  get hasAdmin(): boolean {
    return this.#options.stage < TOKEN_STAGE || this.#options.adminCommand !== null;
  }

  /** What services that we start are told. */
  get settings(): Settings {
    return accessSettings(this.#options.stage, this.secrets);
  }

  /**
   * Credentials of who may do all that a user may, and of an admin where one can be made.
   * @param data what the process works on; its settings reach the make-admin command
   */
  async credentials(api: Api, data: { readonly settings: Settings }): Promise<Credentials> {
    const { stage, apiKey } = this.#options;
    if (stage >= TOKEN_STAGE) return bearer((await this.#person(api, data)).token);
    const key = apiKey ?? this.settings['API_KEY'];
    return key === undefined ? [] : [['X-API-Key', key]];
  }

  /** The admin of the data; NotRunnable where none can be made. */
  admin(api: Api, data: { readonly settings: Settings }): Promise<Person> {
    this.#command();
    return this.#person(api, data);
  }

  /** Makes somebody an admin, as an operator of the service would. */
  makeAdmin(email: string, settings: Settings) {
    return makeAdmin(this.#command(), email, { ...this.settings, ...settings }, this.#signal);
  }

  #command(): AdminCommand {
    if (this.#options.adminCommand !== null) return this.#options.adminCommand;
    throw new NotRunnable('it needs an admin: give the command that makes one by --make-admin');
  }

  async #person(api: Api, data: { readonly settings: Settings }): Promise<Person> {
    const person = await this.#registered(api, data);
    // What is known is the token: the api of an earlier check ends with that check.
    return { ...person, api: api.as(bearer(person.token)) };
  }

  /** Requests that are sent at once wait for the same registration. */
  #registered(api: Api, data: { readonly settings: Settings }): Promise<Person> {
    const known = this.#persons.get(data);
    if (known !== undefined) return known;
    const person = this.#register(api.as([]), { ...this.settings, ...data.settings });
    this.#persons.set(data, person);
    person.catch(() => this.#persons.delete(data));
    return person;
  }

  #register(nobody: Api, settings: Settings): Promise<Person> {
    const { adminCommand: command } = this.#options;
    if (command === null) return newPerson(nobody);
    return newAdmin(nobody, command, settings, this.#signal);
  }
}
