import type { LatePolicy } from '../course/course.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What it costs to be late. */
export interface Lateness {
  /** Percent of what was earned. */
  readonly percent: number;
  readonly text: string;
}

/**
 * What lateness costs; null where it was in time.
 * @param due milliseconds since 1970, an extension included; null where nothing is due
 * @param time of the submission
 */
export function latenessOf(policy: LatePolicy, due: number | null, time: number): Lateness | null {
  if (due === null) return null;
  const over = time - due;
  if (over <= policy.graceMinutes * MINUTE_MS) return null;
  const days = Math.ceil(over / DAY_MS);
  const late = `It came ${durationText(over)} after it was due`;
  const { closesAfterDays: closes, percentPerDay } = policy;
  if (closes !== null && over > closes * DAY_MS) {
    return { percent: 100, text: `${late}; after ${closes} days nothing counts any more.` };
  }
  const percent = Math.min(100, days * percentPerDay);
  return { percent, text: `${late}, which costs ${percent} % of what was earned.` };
}

function durationText(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE_MS);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  const parts = [
    ...(days > 0 ? [`${days} d`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(days === 0 ? [`${minutes % 60} min`] : []),
  ];
  return parts.join(' ');
}
