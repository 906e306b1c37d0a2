const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The moment that a clock on a wall shows as `2026-12-05 23:59`, in milliseconds since 1970; a day
 * alone means its last minute. Of an hour that comes twice, when clocks go back, the later.
 * @returns null for what is no such time, or is left out when clocks go forward
 */
export function readZonedTime(text: string, timeZone: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?$/.exec(text);
  if (match === null) return null;
  const [year, month, day, hour = 23, minute = 59] = match.slice(1).map((part) => part && +part);
  const shown = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
  );
  const candidates = [shown - DAY_MS, shown + DAY_MS].map(
    (around) => shown - offsetAt(around, timeZone),
  );
  const wanted = `${text.slice(0, 10)} ${text.slice(11) || '23:59'}`;
  const real = candidates.filter((moment) => wallTime(moment, timeZone) === wanted);
  return real.length === 0 ? null : Math.max(...real);
}

/** A moment as people read it: `Saturday 5 December 2026, 23:59 (Europe/Madrid, UTC+01:00)`. */
export function showZonedTime(moment: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' }).format(moment);
  const time = wallTime(moment, timeZone).slice(11);
  const place = timeZone === 'UTC' ? timeZone : `${timeZone}, ${offsetName(moment, timeZone)}`;
  return `${day.replaceAll(',', '')}, ${time} (${place})`;
}

/** What a clock on a wall shows, as `2026-12-05 23:59`. */
export function wallTime(moment: number, timeZone: string): string {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(moment);
}

/** Milliseconds that clocks are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const whole = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${wallTime(whole, timeZone).replace(' ', 'T')}:00Z`) - whole;
}

function offsetName(moment: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')!.value;
  return name.replace('GMT', 'UTC');
}
