import { randomBytes } from 'node:crypto';
import type { Question } from '../../src/checker/check.ts';
import * as expect from '../../src/checker/expect.ts';
import { NotRunnable } from '../../src/checker/failure.ts';
import type { Settings } from '../../src/checker/service/control.ts';
import { describeStart } from '../../src/checker/start-check.ts';

const END_WITHIN_MS = 5_000;

/** Settings with which a service has to start in production, on the data of the main process. */
export function productionSettings({ service }: Question): Record<string, string> {
  if (service.database === null) throw new NotRunnable('it needs a database that is known');
  const url = new URL(service.database.url);
  // Where the server trusts everybody any password will do, and production wants one.
  if (url.password === '') url.password = randomBytes(12).toString('hex');
  return { APP_ENV: 'production', LOG_LEVEL: 'info', DATABASE_URL: url.href, CORS_ORIGINS: '' };
}

/** Ends the check unless the service refuses to start, and names the setting but not its value. */
export async function expectRefused({ service }: Question, settings: Settings, name: string) {
  const launched = await service.launchBeside(settings, END_WITHIN_MS);
  const expected = `with an unsafe ${name} the process ends within 5 s, its exit code is not 0`;
  const isRefused = launched.start.end === 'ended' && launched.start.how.exitCode !== 0;
  expect.that(isRefused, expected, undefined, describeStart(launched));
  const said = launched.service.log.since(0).join('\n');
  expect.that(said.includes(name), `a line that names ${name}`, undefined, said);
}
