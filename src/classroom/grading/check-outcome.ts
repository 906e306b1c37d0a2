import type { Answer } from '../../checker/http/exchange.ts';
import { curlLine } from '../../checker/http/curl.ts';
import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import { printable } from '../../system/printable.ts';
import type { CheckOutcome } from './job.ts';

/** Longest text of the student's that is kept, in characters. */
const MAX_TEXT = 600;
/** A service is asked at another port every time, which would make equal outcomes differ. */
const anyPort = /(?<before>\b127\.0\.0\.1:|\bon port |\bPORT was |\bit listens on )\d+/g;
const SHOWN = '$<before>3000';

/** A result as it is kept; it may hold whatever the student's service says. */
export function outcomeOf(result: Result): CheckOutcome {
  const { check, title, finding, likely, reason, log } = result;
  const sent = finding?.answer?.request ?? finding?.request;
  return {
    id: check.id,
    lesson: check.lesson,
    title,
    state: result.state === 'kit-fault' ? 'not-run' : result.state,
    tried: sent === undefined ? null : tidy(curlLine(sent)),
    expected: finding === null ? null : tidy(finding.expected),
    got: finding === null ? null : tidy(gotText(finding.got, finding.answer)),
    likely: likely === null ? null : tidy(likely),
    reason: reason === null ? null : tidy(reason),
    log: log.map(tidy),
  };
}

/** A check that was not asked any more. */
export function notAsked({ id, lesson, title }: PlacedCheck, reason: string): CheckOutcome {
  const nothing = { tried: null, expected: null, got: null, likely: null, log: [] };
  return { id, lesson, title, state: 'not-run', reason, ...nothing };
}

function gotText(said: string | undefined, answer: Answer | undefined): string {
  const status = answer === undefined ? [] : [`${answer.status} ${answer.reason}`.trim()];
  const body = answer === undefined ? [] : [answer.body.toString()];
  return [...(said === undefined ? [] : [said]), ...status, ...body].filter(Boolean).join(', ');
}

function tidy(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return printable(cut.replaceAll(anyPort, SHOWN));
}
