import type { ProgramEnd } from '../system/process.ts';
import type { Check } from './check.ts';
import type { Finding } from './failure.ts';

/** Lines in which services of any language name what went wrong. */
const errorLine = /error|exception|panic|fatal|cannot|traceback|required|invalid|fail/i;
const constraint = /constraint (?:failed: |["'`])([A-Za-z_][\w.]*)(?![\w.(])/i;

/**
 * The probable cause of a failure: what was observed comes before what the check supposes.
 * @param log the last lines that the service wrote
 * @param how how the process ended; null while it lives
 */
export function likelyCause(
  check: Check,
  finding: Finding,
  log: readonly string[],
  how: ProgramEnd | null,
): string {
  const said = log.findLast((line) => errorLine.test(line))?.trim();
  if (how !== null && said !== undefined) return `the service died of this: ${said}`;
  if (how !== null)
    return `an error that nothing catches ends the process${log.length === 0 ? '; its log is silent' : ''}`;
  if (isListeningElsewhere(finding))
    return 'the port is written into the code instead of read from PORT';
  const cause = said ?? log.at(-1);
  if (finding.answer?.status === 500 && cause !== undefined) {
    const name = constraint.exec(cause)?.[1];
    const hint = name === undefined ? '' : ` (the constraint ${name})`;
    return `an error that no handler foresaw${hint}: ${cause}`;
  }
  return supposedCause(check, finding);
}

function supposedCause({ likely }: Check, { answer, likely: known }: Finding): string {
  if (known !== undefined) return known;
  if (typeof likely === 'string') return likely;
  return likely[answer?.status ?? 0] ?? likely.else;
}

function isListeningElsewhere({ got }: Finding): boolean {
  return got?.startsWith('you listen on ') === true;
}
