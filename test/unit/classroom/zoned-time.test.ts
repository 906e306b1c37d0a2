import { expect, test } from 'vitest';
import { readZonedTime, showZonedTime } from '../../../src/classroom/course/zoned-time.ts';

const read = (text: string, zone: string) => {
  const moment = readZonedTime(text, zone);
  return moment === null ? null : new Date(moment).toISOString();
};

test('a time is that of a clock in the course’s zone, in winter and in summer', () => {
  expect(read('2026-12-05 23:59', 'Europe/Madrid')).toBe('2026-12-05T22:59:00.000Z');
  expect(read('2026-06-05 23:59', 'Europe/Madrid')).toBe('2026-06-05T21:59:00.000Z');
  expect(read('2026-12-05T08:00', 'Asia/Kolkata')).toBe('2026-12-05T02:30:00.000Z');
});

test('a day alone means its last minute', () => {
  expect(read('2026-12-05', 'America/New_York')).toBe('2026-12-06T04:59:00.000Z');
});

test('an hour that is left out when clocks go forward is no time', () => {
  expect(read('2026-03-29 02:30', 'Europe/Madrid')).toBeNull();
  expect(read('2026-03-29 03:30', 'Europe/Madrid')).toBe('2026-03-29T01:30:00.000Z');
});

test('of an hour that comes twice the later is meant, which is kinder', () => {
  expect(read('2026-10-25 02:30', 'Europe/Madrid')).toBe('2026-10-25T01:30:00.000Z');
});

test.each(['2026-02-30', '5.12.2026', '2026-12-05 24:30', '', 'tomorrow'])(
  '"%s" is no time',
  (text) => {
    expect(read(text, 'UTC')).toBeNull();
  },
);

test('it is shown with its day, its zone and its distance from UTC', () => {
  const due = readZonedTime('2026-12-05 23:59', 'Europe/Madrid')!;
  expect(showZonedTime(due, 'Europe/Madrid')).toBe(
    'Saturday 5 December 2026, 23:59 (Europe/Madrid, UTC+01:00)',
  );
  expect(showZonedTime(0, 'UTC')).toBe('Thursday 1 January 1970, 00:00 (UTC)');
});
