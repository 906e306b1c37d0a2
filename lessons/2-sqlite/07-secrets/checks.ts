import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';

/** Lesson 07: what must not be missing is asked for at the start. */
export const checks: readonly Check[] = [
  {
    id: 'production-needs-a-key',
    title: 'with APP_ENV=production and no API_KEY the service refuses to start',
    likely: 'the setting is optional everywhere: in production that leaves the door open',
    needs: ['start'],
    until: 3,
    run: async ({ service }) => {
      const settings = { APP_ENV: 'production', API_KEY: undefined };
      const { start, service: other } = await service.launch(settings, 6_000);
      const expected = 'the process ends, and not with exit code 0';
      expect.that(
        start.end === 'ended' && start.how.exitCode !== 0,
        expected,
        undefined,
        start.end,
      );
      const said = other.log.since(0).join(' ');
      expect.that(said.includes('API_KEY'), 'a sentence that names API_KEY', undefined, said);
    },
  },
];
