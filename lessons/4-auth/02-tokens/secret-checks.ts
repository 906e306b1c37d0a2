import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { describeStart } from '../../../src/checker/start-check.ts';

const END_WITHIN_MS = 5_000;
const SHORT_SECRET = 'thirty-one-bytes-are-not-enough';

/** The checks of the secret that signs tokens. */
export const secretChecks: readonly Check[] = [
  {
    id: 'production-needs-a-secret',
    title: 'with APP_ENV=production and no JWT_SECRET the service refuses to start',
    likely: 'there is a default secret: whoever reads the source can sign tokens',
    needs: ['start'],
    run: async ({ service }) => {
      const settings = { APP_ENV: 'production', JWT_SECRET: undefined };
      const launched = await service.launchBeside(settings, END_WITHIN_MS);
      const expected = 'the process ends within 5 s, with an exit code that is not 0';
      const isRefused = launched.start.end === 'ended' && launched.start.how.exitCode !== 0;
      expect.that(isRefused, expected, undefined, describeStart(launched));
    },
  },
  {
    id: 'short-secrets-are-refused',
    title: 'a JWT_SECRET of less than 32 bytes ends the process, and is not printed',
    likely: 'the length is not looked at: a short secret can be found by trying',
    needs: ['start'],
    run: async ({ service }) => {
      const launched = await service.launchBeside({ JWT_SECRET: SHORT_SECRET }, END_WITHIN_MS);
      const isRefused = launched.start.end === 'ended' && launched.start.how.exitCode !== 0;
      const got = describeStart(launched);
      expect.that(isRefused, 'the process ends, with an exit code that is not 0', undefined, got);
      const log = launched.service.log.since(0).join('\n');
      expect.that(!log.includes(SHORT_SECRET), 'a message without the secret', undefined, log);
    },
  },
];
