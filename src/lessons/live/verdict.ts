import type { Result } from '../../checker/result.ts';
import { keepPrivate, readPrivate } from '../../project/private-file.ts';
import { tellExchange, type ToldExchange } from '../../checker/report/told-exchange.ts';

/** What came of one check, as plain values. */
export interface ToldResult extends Pick<Result, 'title' | 'state' | 'likely' | 'reason' | 'log'> {
  readonly check: string;
  readonly lesson: string | null;
  readonly expected: string | null;
  readonly got: string | null;
  readonly exchange: ToldExchange | null;
}

/** What checks found last in a project. */
export interface Verdict {
  /** ISO 8601. */
  readonly time: string;
  /** Whether the checks are being asked anew: then the results are those of the time before. */
  readonly isAsking: boolean;
  readonly results: readonly ToldResult[];
}

/** The file of a project's last verdict, in the kit's private folder: a page beside it follows it. */
export const VERDICT_FILE = 'verdict.json';

/** What checks found last in a project; null where none were asked yet. */
export function readVerdict(project: string): Verdict | null {
  return readPrivate(project, VERDICT_FILE) as Verdict | null;
}

/** Keeps what checks have found, for whoever looks at the project's pages. */
export function keepVerdict(project: string, results: readonly Result[]): void {
  const time = new Date().toISOString();
  keepPrivate(project, VERDICT_FILE, { time, isAsking: false, results: results.map(tellResult) });
}

/** Says that checks are being asked anew. */
export function keepAsking(project: string): void {
  const { results = [] } = readVerdict(project) ?? {};
  keepPrivate(project, VERDICT_FILE, { time: new Date().toISOString(), isAsking: true, results });
}

function tellResult({ check, finding, title, state, likely, reason, log }: Result): ToldResult {
  const sent = finding?.answer?.request ?? finding?.request;
  return {
    check: check.id,
    lesson: check.lesson,
    title,
    state,
    likely,
    reason,
    log,
    expected: finding?.expected ?? null,
    got: finding?.got ?? null,
    exchange: sent === undefined ? null : tellExchange(sent, finding?.answer ?? null),
  };
}
