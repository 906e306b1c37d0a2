import type { Check } from '../../src/checker/check.ts';
import { checks as itForgets } from './01-it-forgets/checks.ts';
import { checks as speakingSql } from './02-speaking-sql/checks.ts';
import { checks as changingTheSchema } from './03-changing-the-schema/checks.ts';
import { checks as twoTables } from './04-two-tables/checks.ts';
import { checks as transactions } from './06-transactions/checks.ts';
import { checks as secrets } from './07-secrets/checks.ts';
import { checks as aSimpleLock } from './08-a-simple-lock/checks.ts';
import { checks as backups } from './09-backups/checks.ts';

/** The checks of the stage by lesson, in the order in which they are taught. */
export const lessons = {
  '01-it-forgets': itForgets,
  '02-speaking-sql': speakingSql,
  '03-changing-the-schema': changingTheSchema,
  '04-two-tables': twoTables,
  '06-transactions': transactions,
  '07-secrets': secrets,
  '08-a-simple-lock': aSimpleLock,
  '09-backups': backups,
};

/** Everything of this stage is taught in a lesson. */
export const conformance: readonly Check[] = [];
