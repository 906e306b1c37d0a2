import type { Api } from '../../src/checker/api.ts';
import type { Question } from '../../src/checker/check.ts';
import type { ServiceDatabase } from '../../src/checker/database/service-database.ts';
import { NotRunnable } from '../../src/checker/failure.ts';
import type { Launched, Settings } from '../../src/checker/service/control.ts';
import type { Service } from '../../src/checker/service/service.ts';

/** A process of the service, what it is asked through, and the database that it works on. */
export interface AnotherService {
  readonly api: Api;
  readonly service: Service;
  readonly database: ServiceDatabase;
}

/** A process with settings and data of its own, so that nothing else is disturbed. */
export async function anotherService(
  { api, service }: Question,
  settings: Settings = {},
): Promise<AnotherService> {
  return readyOne(api, await service.launch(settings));
}

/** A process whose pool has a bound; from now on its connections are counted. */
export async function boundedService(question: Question, bound: number): Promise<AnotherService> {
  const bounded = await anotherService(question, { DATABASE_POOL_MAX: String(bound) });
  // The first question registers who asks, with a command that has a connection of its own.
  await bounded.api.given();
  bounded.database.link.count();
  return bounded;
}

/** A process on the data of the main one. */
export async function serviceBeside(
  { api, service }: Question,
  settings: Settings = {},
): Promise<AnotherService> {
  return readyOne(api, await service.launchBeside(settings));
}

/** The main process with its database. */
export function mainService({ api, service }: Question): AnotherService {
  return { api, service: service.main, database: known(service.database) };
}

function readyOne(api: Api, { service, start, database }: Launched): AnotherService {
  if (start.end !== 'ready') {
    throw new NotRunnable(`it needs one more process of the service: that one is ${start.end}`);
  }
  return { api: api.at(service.address), service, database: known(database) };
}

function known(database: ServiceDatabase | null): ServiceDatabase {
  if (database !== null) return database;
  throw new NotRunnable('it needs the database of the service, which is not ours');
}

/** Lets so many milliseconds pass. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
