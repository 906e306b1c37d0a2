import { checks as itForgets } from './01-it-forgets/checks.ts';
import { checks as speakingSql } from './02-speaking-sql/checks.ts';
import { checks as changingTheSchema } from './03-changing-the-schema/checks.ts';
import { checks as twoTables } from './04-two-tables/checks.ts';
import { checks as indexes } from './05-indexes/checks.ts';
import { checks as transactions } from './06-transactions/checks.ts';
import { checks as secrets } from './07-secrets/checks.ts';
import { checks as aSimpleLock } from './08-a-simple-lock/checks.ts';
import { checks as backups } from './09-backups/checks.ts';

export { conformance } from './conformance.ts';

/** The checks of the stage by lesson, in the order in which they are taught. */
export const lessons = {
  '01-it-forgets': itForgets,
  '02-speaking-sql': speakingSql,
  '03-changing-the-schema': changingTheSchema,
  '04-two-tables': twoTables,
  '05-indexes': indexes,
  '06-transactions': transactions,
  '07-secrets': secrets,
  '08-a-simple-lock': aSimpleLock,
  '09-backups': backups,
};

/** Lessons of which a service in memory fails no check. */
export const silentBefore = {
  '02-speaking-sql': 'where there is no SQL, no text is taken for it, and no database refuses one',
  '03-changing-the-schema': 'there are no migrations to run',
  '05-indexes': 'there is no database to look into',
};
