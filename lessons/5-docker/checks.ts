import { checks as images } from './01-images/checks.ts';
import { checks as compose } from './02-compose/checks.ts';
import { checks as twelveFactors } from './03-twelve-factors/checks.ts';
import { checks as logs } from './04-logs/checks.ts';
import { checks as pidOne } from './05-pid-1/checks.ts';
import { checks as continuousIntegration } from './06-continuous-integration/checks.ts';
import { checks as shipping } from './07-shipping/checks.ts';

export { conformance } from './conformance.ts';

/** The checks of the stage by lesson, in the order in which they are taught. */
export const lessons = {
  '01-images': images,
  '02-compose': compose,
  '03-twelve-factors': twelveFactors,
  '04-logs': logs,
  '05-pid-1': pidOne,
  '06-continuous-integration': continuousIntegration,
  '07-shipping': shipping,
};
