import { curlLine } from '../http/curl.ts';
import type { Result } from '../result.ts';

/** A run as one JSON object, for programs. */
export function reportJson(results: readonly Result[], seed: number, ms: number): object {
  return { seed, milliseconds: Math.round(ms), checks: results.map(resultJson) };
}

function resultJson(result: Result): object {
  const { check, title, state, reason, likely, finding, log } = result;
  const base = { id: check.id, lesson: check.lesson, stage: check.from, title, state };
  const time = { milliseconds: Math.round(result.milliseconds) };
  if (finding === null) return { ...base, ...time, reason };
  const sent = finding.answer?.request ?? finding.request;
  return {
    ...base,
    ...time,
    tried: sent === undefined ? null : curlLine(sent),
    expected: finding.expected,
    got: finding.got ?? null,
    status: finding.answer?.status ?? null,
    body: finding.answer?.body.toString().slice(0, 2_000) ?? null,
    likely,
    log,
  };
}
