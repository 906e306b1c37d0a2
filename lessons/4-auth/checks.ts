import { checks as passwords } from './01-passwords/checks.ts';
import { checks as tokens } from './02-tokens/checks.ts';
import { checks as protectedRoutes } from './03-protected-routes/checks.ts';
import { checks as ownership } from './04-ownership/checks.ts';
import { checks as roles } from './05-roles/checks.ts';
import { checks as auditLog } from './06-audit-log/checks.ts';
import { checks as abuse } from './07-abuse/checks.ts';
import { checks as browsers } from './08-browsers/checks.ts';
import { checks as securityReview } from './09-security-review/checks.ts';

export { conformance } from './conformance.ts';

/** The checks of the stage by lesson, in the order in which they are taught. */
export const lessons = {
  '01-passwords': passwords,
  '02-tokens': tokens,
  '03-protected-routes': protectedRoutes,
  '04-ownership': ownership,
  '05-roles': roles,
  '06-audit-log': auditLog,
  '07-abuse': abuse,
  '08-browsers': browsers,
  '09-security-review': securityReview,
};

/** Lessons of which a service without users fails no check. */
export const silentBefore = {
  '04-ownership': 'nobody can register, so that there are no two users to keep apart',
  '06-audit-log': 'nobody can register, so that there is nobody to be recorded',
  '09-security-review': 'its holes are in what this stage brings, and nothing of it is there yet',
};
