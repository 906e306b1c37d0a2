import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../../catalog/stages.ts';
import { stages } from '../../catalog/stages.ts';
import { loadStageLessons } from '../../lessons/load-lessons.ts';
import { UserError } from '../../errors.ts';
import { explainFileError } from '../../system/file-errors.ts';
import { Traces } from '../../system/traces.ts';
import { renderClassroom } from '../classroom-templates.ts';
import { COURSE_FILE } from './read-course.ts';
import { wallTime } from './zoned-time.ts';

/** What a new course is made of. */
export interface NewCourse {
  readonly title: string;
  readonly timeZone: string;
  readonly stage: Stage;
  /** Names of presets or paths, of which each student draws one. */
  readonly resources: readonly string[];
  /** Version of the kit. */
  readonly kit: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Bytes of chance in a seed. */
const SEED_BYTES = 18;

const sampleRoster = `identifier,name,email,section,username
ada,Ada Moreau,ada@example.com,A,ada-moreau
lin,Lin Baptiste,lin@example.com,A,linbap
tomas,Tomás Lind,tomas@example.com,B,tlind
`;

/**
 * Writes what a course begins with: `course.yaml`, a roster to be replaced, and a `.gitignore`.
 * @param now milliseconds since 1970; the first assignment is due two weeks later
 * @returns the names of the files
 * @throws UserError where one of them is there already; then none is written
 */
export function beginCourse(folder: string, course: NewCourse, now: number): string[] {
  const files = new Map([
    [COURSE_FILE, renderCourse(course, now)],
    ['roster.csv', sampleRoster],
    ['.gitignore', 'repositories/\nsubmissions/\ngrades/\nreports/\n'],
  ]);
  const taken = [...files.keys()].find((name) => existsSync(join(folder, name)));
  if (taken !== undefined) {
    throw new UserError(
      `${taken} is here already, and nothing is overwritten.`,
      'Choose a folder.',
    );
  }
  const traces = new Traces();
  try {
    for (const [name, text] of files) traces.writeFile(join(folder, name), text);
  } catch (error) {
    traces.takeBack();
    throw explainFileError(error, 'The course was not begun');
  }
  return [...files.keys()];
}

function renderCourse({ title, timeZone, stage, resources, kit }: NewCourse, now: number): string {
  const dayIn = (days: number) => wallTime(now + days * DAY_MS, timeZone).slice(0, 10);
  const course = {
    title,
    firstTitle: `A service at the stage ${stage.id}`,
    kit,
    timeZone,
    seed: randomBytes(SEED_BYTES).toString('base64url'),
    stages: stages.map(({ id }) => id),
    resources,
    lesson: loadStageLessons(stage).lessons.at(-1)!.id,
    isDrawn: resources.length > 1,
    due: `${dayIn(14)} 23:59`,
    laterDue: `${dayIn(21)} 23:59`,
  };
  return renderClassroom('course.yaml', { stage, width: 100, open: [], course });
}
