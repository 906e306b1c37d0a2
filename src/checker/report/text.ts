import type { Result } from '../result.ts';
import { failureText, placeOf, type Look } from './failure-text.ts';

/** Further failures that are named after the one that is shown in full. */
const MAX_NAMED = 8;

/** The whole report: the first failure in full, the others in a line each, and the sums. */
export function reportText(
  results: readonly Result[],
  seed: number,
  ms: number,
  look: Look,
): string {
  const failures = results.filter(({ state }) => state === 'fail');
  const faults = results.filter(({ state }) => state === 'kit-fault');
  const [root, ...others] = failures;
  const parts = [
    ...(root === undefined ? [] : [failureText(root, look)]),
    ...otherFailures(others, look),
    ...faults.map((fault) => faultText(fault, look)),
    ...notRunLines(results, look),
    sums(results, seed, ms, look),
  ];
  return parts.join('\n\n');
}

function otherFailures(others: readonly Result[], { style, symbols }: Look): string[] {
  if (others.length === 0) return [];
  const named = others.slice(0, MAX_NAMED).map((result) => {
    const got = result.finding?.answer?.status ?? result.finding?.got ?? '';
    return `${style.red(symbols.failed)} ${result.title}  ${style.dim(`(got ${got}; ${placeOf(result)})`)}`;
  });
  const rest = others.length - named.length;
  return [[...named, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n')];
}

function faultText({ check, reason }: Result, { style, symbols }: Look): string {
  const [cause = '', ...stack] = (reason ?? '').split('\n');
  const place = stack.find((line) => line.includes('at '))?.trim() ?? '';
  return [
    `${style.yellow(symbols.warning)} The check ${check.id} is broken itself: a fault of create-backend, not of yours.`,
    `  ${cause}`,
    `  ${place}`,
    '  Please report it with these lines and your resource.',
  ].join('\n');
}

function notRunLines(results: readonly Result[], { symbols }: Look): string[] {
  const byReason = new Map<string, string[]>();
  for (const { state, reason, check } of results) {
    if (state !== 'not-run') continue;
    byReason.set(reason!, [...(byReason.get(reason!) ?? []), check.id]);
  }
  if (byReason.size === 0) return [];
  const lines = [...byReason].map(([reason, ids]) => {
    const named = ids.length > 3 ? `${ids.length} checks` : ids.join(', ');
    return `${symbols.dash} not run: ${named} (${reason})`;
  });
  return [lines.join('\n')];
}

function sums(results: readonly Result[], seed: number, ms: number, { style }: Look): string {
  const count = (state: Result['state']) =>
    results.filter((result) => result.state === state).length;
  const sum = (state: Result['state'], word: string, paint: (text: string) => string) => {
    const number = count(state);
    return number === 0 ? [] : [paint(`${number} ${word}`)];
  };
  const words = [
    ...sum('pass', 'passed', style.green),
    ...sum('fail', 'failed', style.red),
    ...sum('kit-fault', 'broken', style.yellow),
    ...sum('not-run', 'not run', style.dim),
  ];
  return `${words.join(', ')} in ${(ms / 1000).toFixed(1)} s ${style.dim(`(seed ${seed})`)}`;
}
