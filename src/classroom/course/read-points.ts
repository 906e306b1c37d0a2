import type { LatePolicy } from './course.ts';
import type { Section } from './section.ts';

/** Reads the setting `late`; what is left out costs nothing. */
export function readLatePolicy(section: Section): LatePolicy {
  section.allow(['grace-minutes', 'percent-per-day', 'closes-after-days']);
  return {
    graceMinutes: section.number('grace-minutes', 0, { least: 0, most: 10_000 })!,
    percentPerDay: section.number('percent-per-day', 0, { least: 0, most: 100 })!,
    closesAfterDays: section.number('closes-after-days', null, { least: 0, most: 1000 }),
  };
}

/** Reads the setting `weights`, by lesson. */
export function readWeights(section: Section, lessons: readonly string[]): Record<string, number> {
  section.allow(lessons);
  const weighed = section.keys.filter((key) => lessons.includes(key));
  const bounds = { least: 0, most: 1000 };
  return Object.fromEntries(weighed.map((id) => [id, section.number(id, 1, bounds)!]));
}
