import { checks as startHere } from './00-start-here/checks.ts';
import { checks as rawHttp } from './01-raw-http/checks.ts';
import { checks as versionControl } from './02-version-control/checks.ts';
import { checks as createAndRead } from './03-create-and-read/checks.ts';
import { checks as validation } from './04-validation/checks.ts';
import { checks as predictableErrors } from './05-predictable-errors/checks.ts';
import { checks as debugging } from './06-debugging/checks.ts';
import { checks as replacePatchDelete } from './07-replace-patch-delete/checks.ts';
import { checks as layersAndRules } from './08-layers-and-rules/checks.ts';
import { checks as listsThatGrow } from './09-lists-that-grow/checks.ts';
import { checks as twoTests } from './10-two-tests/checks.ts';

export { conformance } from './conformance.ts';

/** The checks of the stage by lesson, in the order in which they are taught. */
export const lessons = {
  '00-start-here': startHere,
  '01-raw-http': rawHttp,
  '02-version-control': versionControl,
  '03-create-and-read': createAndRead,
  '04-validation': validation,
  '05-predictable-errors': predictableErrors,
  '06-debugging': debugging,
  '07-replace-patch-delete': replacePatchDelete,
  '08-layers-and-rules': layersAndRules,
  '09-lists-that-grow': listsThatGrow,
  '10-two-tests': twoTests,
};
