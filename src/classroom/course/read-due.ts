import type { Section } from './section.ts';
import { readZonedTime } from './zoned-time.ts';

/** Reads the setting `due`, in milliseconds since 1970; null where it is left out or wrong. */
export function readDue(section: Section, timeZone: string): number | null {
  const text = section.optionalText('due');
  if (text === null) return null;
  const due = readZonedTime(text, timeZone);
  if (due === null) {
    section.report('due', `"${text}" is no time in ${timeZone}; write one like 2026-12-05 23:59`);
  }
  return due;
}
