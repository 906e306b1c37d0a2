import { suggest } from '../../system/suggest.ts';
import type { Adjustment, Course, Extension, Pair } from './course.ts';
import { readDue } from './read-due.ts';
import type { Section } from './section.ts';

type Known = Pick<Course, 'assignments' | 'students' | 'timeZone'>;

const MOST_POINTS = 100_000;

/** More time for some. */
export function readExtensions(course: Section, known: Known): Extension[] {
  return course.sections('extensions').map((section) => {
    section.allow(['student', 'assignment', 'due', 'reason']);
    const place = readPlace(section, known);
    if (!section.keys.includes('due')) section.report('due', '"due" is missing');
    const due = readDue(section, known.timeZone) ?? 0;
    return { ...place, due, reason: section.optionalText('reason') ?? '' };
  });
}

/** Points that were given or taken by hand; each has its reason. */
export function readAdjustments(course: Section, known: Known): Adjustment[] {
  return course.sections('adjustments').map((section) => {
    section.allow(['student', 'assignment', 'points', 'reason']);
    const place = readPlace(section, known);
    if (!section.keys.includes('points')) section.report('points', '"points" is missing');
    const points = section.number('points', 0, { least: -MOST_POINTS, most: MOST_POINTS })!;
    return { ...place, points, reason: section.text('reason') };
  });
}

/** Who works together; nobody works with two others, or alone with themselves. */
export function readPairs(course: Section, known: Known): Pair[] {
  const taken = new Set<string>();
  return course.lists('pairs').flatMap(({ texts, line }) => {
    const reasons = texts.map((text) => refuseStudent(text, known)).filter((each) => each !== null);
    if (texts.length !== 2) reasons.push(`a pair is two students, and here are ${texts.length}`);
    for (const text of texts) {
      if (taken.has(text)) reasons.push(`${text} is in a pair already`);
      taken.add(text);
    }
    for (const reason of reasons) course.reportAt(line, reason);
    return reasons.length === 0 ? [[texts[0]!, texts[1]!] as const] : [];
  });
}

function readPlace(section: Section, known: Known): { student: string; assignment: string } {
  const [student, assignment] = [section.text('student'), section.text('assignment')];
  const reason = student === '' ? null : refuseStudent(student, known);
  if (reason !== null) section.report('student', reason);
  const ids = known.assignments.map(({ id }) => id);
  if (assignment !== '' && !ids.includes(assignment)) {
    section.report('assignment', `there is no assignment "${assignment}": ${ids.join(', ')}`);
  }
  return { student, assignment };
}

function refuseStudent(identifier: string, { students }: Known): string | null {
  const known = students.map((student) => student.identifier);
  if (known.includes(identifier)) return null;
  return `"${identifier}" is not on the roster. ${suggest(identifier, known)}`.trim();
}
