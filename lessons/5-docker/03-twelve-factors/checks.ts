import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { describeStart } from '../../../src/checker/start-check.ts';
import { expectRefused, productionSettings } from '../production.ts';

/** Long enough, and still no secret. */
const guessable = ['change-me-change-me-change-me-change-me', 'a'.repeat(40)];
/** Origins without TLS are for laptops. */
const OPEN_ORIGIN = 'http://app.example.com';

/** Lesson 03: what comes from outside, and what production refuses of it. */
export const checks: readonly Check[] = [
  {
    id: 'production-starts-when-safe',
    title: 'with APP_ENV=production and safe settings the service starts and answers',
    likely: 'a setting that is safe is refused, or something that only a laptop has is needed',
    needs: ['start'],
    run: async (question) => {
      const launched = await question.service.launchBeside(productionSettings(question));
      const isReady = launched.start.end === 'ready';
      expect.that(isReady, 'a service that answers', undefined, describeStart(launched));
    },
  },
  {
    id: 'production-refuses-guessable-secrets',
    title: 'with APP_ENV=production a JWT_SECRET that was made up by hand is refused',
    likely: 'the length is looked at, and not what it is: an example’s secret is long enough',
    needs: ['start'],
    run: async (question) => {
      const settings = productionSettings(question);
      for (const JWT_SECRET of guessable) {
        await expectRefused(question, { ...settings, JWT_SECRET }, 'JWT_SECRET');
      }
    },
  },
  {
    id: 'production-refuses-debug',
    title: 'with APP_ENV=production LOG_LEVEL=debug is refused',
    likely: 'nothing looks at it: what is logged for a developer is kept for years',
    needs: ['start'],
    run: async (question) => {
      const settings = { ...productionSettings(question), LOG_LEVEL: 'debug' };
      await expectRefused(question, settings, 'LOG_LEVEL');
    },
  },
  {
    id: 'production-refuses-default-passwords',
    title: 'with APP_ENV=production a DATABASE_URL with the password "postgres" or none is refused',
    likely: 'nothing looks at it: the password of every tutorial is the first that is tried',
    needs: ['start'],
    run: async (question) => {
      const settings = productionSettings(question);
      for (const password of ['postgres', '']) {
        const url = Object.assign(new URL(settings['DATABASE_URL']!), { password });
        await expectRefused(question, { ...settings, DATABASE_URL: url.href }, 'DATABASE_URL');
      }
    },
  },
  {
    id: 'production-refuses-open-origins',
    title: 'with APP_ENV=production an origin in CORS_ORIGINS that is not https is refused',
    likely: 'the origin of a laptop came along: whoever is on the way can change such a page',
    needs: ['start'],
    run: async (question) => {
      const settings = { ...productionSettings(question), CORS_ORIGINS: OPEN_ORIGIN };
      await expectRefused(question, settings, 'CORS_ORIGINS');
    },
  },
];
