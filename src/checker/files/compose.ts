import { isObject, type Json } from '../expect.ts';
import { Failure } from '../failure.ts';
import { readYamlOf } from './project-files.ts';

const names = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** A service of a compose file, with its name. */
export interface ComposeService {
  readonly name: string;
  readonly settings: Json;
}

/** What a compose file brings together. */
export interface Compose {
  readonly services: readonly ComposeService[];
  /** The one that runs Postgres. */
  readonly database: ComposeService;
  /** The ones that need the database, the migrations among them. */
  readonly own: readonly ComposeService[];
  /** Names of the volumes. */
  readonly volumes: readonly string[];
}

/** A project's compose file; the check fails where it has no Postgres. */
export function readCompose(project: string): Compose {
  const file = readYamlOf(project, names);
  const services = entriesOf(file['services']).map(([name, settings]) => ({
    name,
    settings: isObject(settings) ? settings : {},
  }));
  const database = services.find(({ settings }) => /postgres/.test(String(settings['image'])));
  if (database === undefined) {
    throw new Failure({ expected: 'a service with a Postgres image', got: 'there is none' });
  }
  const own = services.filter((service) => service !== database);
  return { services, database, own, volumes: entriesOf(file['volumes']).map(([name]) => name) };
}

/** What a service waits for, and until when; written as a list or as an object. */
export function dependenciesOf({ settings }: ComposeService): ReadonlyMap<string, string> {
  const given = settings['depends_on'];
  if (Array.isArray(given)) return new Map(given.map((name) => [String(name), 'service_started']));
  const conditions = entriesOf(given).map(([name, wish]): [string, string] => [
    name,
    isObject(wish) ? String(wish['condition']) : 'service_started',
  ]);
  return new Map(conditions);
}

/** The environment of a service; written as a list or as an object. */
export function environmentOf({ settings }: ComposeService): ReadonlyMap<string, string> {
  const given = settings['environment'];
  if (!Array.isArray(given)) {
    return new Map(entriesOf(given).map(([name, value]) => [name, String(value)]));
  }
  const parts = given.map((line) => String(line).split('='));
  return new Map(parts.map(([name = '', ...value]): [string, string] => [name, value.join('=')]));
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
