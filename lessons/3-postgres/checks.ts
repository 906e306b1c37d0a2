import { checks as aDatabaseServer } from './01-a-database-server/checks.ts';
import { checks as waiting } from './02-waiting/checks.ts';
import { checks as pools } from './03-pools/checks.ts';
import { checks as changingAContract } from './04-changing-a-contract/checks.ts';
import { checks as concurrency } from './06-concurrency/checks.ts';
import { checks as dependencyInjection } from './07-dependency-injection/checks.ts';
import { checks as integrationTests } from './08-integration-tests/checks.ts';
import { checks as aliveOrReady } from './09-alive-or-ready/checks.ts';

export { conformance } from './conformance.ts';

/** The checks of the stage by lesson, in the order in which they are taught. */
export const lessons = {
  '01-a-database-server': aDatabaseServer,
  '02-waiting': waiting,
  '03-pools': pools,
  '04-changing-a-contract': changingAContract,
  '06-concurrency': concurrency,
  '07-dependency-injection': dependencyInjection,
  '08-integration-tests': integrationTests,
  '09-alive-or-ready': aliveOrReady,
};

/** Lessons of which a service on a file fails no check. */
export const silentBefore = {
  '02-waiting': 'the service answers as before; now it does so while it waits',
  '04-changing-a-contract': 'a file lets in one migration at a time by itself',
  '08-integration-tests': 'the service answers as before; what changes is what its tests run on',
};
