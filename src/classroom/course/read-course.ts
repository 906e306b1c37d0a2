import { join } from 'node:path';
import { isMap, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { existsSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import type { Course, Student } from './course.ts';
import { Faults } from './faults.ts';
import { readAssignments } from './read-assignments.ts';
import { readAdjustments, readExtensions, readPairs } from './read-exceptions.ts';
import { readRoster } from './read-roster.ts';
import { readTextFile } from './read-text.ts';
import { Section } from './section.ts';
import { isTimeZone } from './zoned-time.ts';

/** The file that describes a course, in the instructor's folder. */
export const COURSE_FILE = 'course.yaml';

const settings =
  'title kit time-zone workflow submission-time seed roster assignments extensions pairs adjustments'.split(
    ' ',
  );

/**
 * Reads a course: `course.yaml`, and the roster that it names.
 * @throws UserError with every fault and its line
 */
export function readCourse(folder: string): Course {
  if (!existsSync(join(folder, COURSE_FILE))) {
    throw new UserError(
      `Here is no ${COURSE_FILE}.`,
      'Go into the folder of your course, or begin one: class init',
    );
  }
  const faults = new Faults(COURSE_FILE);
  const section = readSection(readTextFile(join(folder, COURSE_FILE), COURSE_FILE), faults);
  const rosterFile = section.optionalText('roster') ?? 'roster.csv';
  const students = readRoster(join(folder, rosterFile), rosterFile);
  const course = courseOf(section, folder, students);
  faults.refuseAny();
  return course;
}

function readSection(text: string, faults: Faults): Section {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const { linePos, message } of document.errors) {
    faults.report(linePos?.[0].line ?? 1, message.split(' at line')[0]!);
  }
  faults.refuseAny();
  if (!isMap(document.contents)) {
    faults.report(1, 'it must have settings, like title: …');
    faults.refuseAny();
  }
  return new Section(document.contents as YAMLMap, { lines, faults }, 1).allow(settings);
}

function courseOf(section: Section, folder: string, students: readonly Student[]): Course {
  const timeZone = readTimeZone(section);
  const assignments = readAssignments(section, { folder, timeZone });
  const known = { assignments, students, timeZone };
  return {
    folder,
    title: section.text('title'),
    kit: readVersion(section),
    timeZone,
    workflow: section.oneOf('workflow', ['github', 'gitlab', 'none'], 'github'),
    submissionTime: section.oneOf('submission-time', ['seen', 'commit'], 'seen'),
    assignments,
    extensions: readExtensions(section, known),
    pairs: readPairs(section, known),
    adjustments: readAdjustments(section, known),
    students,
  };
}

function readTimeZone(section: Section): string {
  const name = section.text('time-zone');
  if (name === '' || isTimeZone(name)) return name || 'UTC';
  section.report('time-zone', `"${name}" is no time zone; one is Europe/Madrid, or UTC`);
  return 'UTC';
}

function readVersion(section: Section): string {
  const version = section.text('kit');
  if (version !== '' && !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) {
    section.report('kit', `"${version}" is no version, like 0.1.0`);
  }
  return version;
}
