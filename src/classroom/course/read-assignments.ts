import { findStack, stacks, type Stack } from '../../catalog/stacks.ts';
import { findStage, stages, type Stage } from '../../catalog/stages.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { loadStageLessons } from '../../lessons/load-lessons.ts';
import { suggest } from '../../system/suggest.ts';
import { modes, type Assignment, type Mode } from './course.ts';
import type { Section } from './section.ts';
import { readDue } from './read-due.ts';
import { refuseContinuation, refuseDouble } from './refuse-assignment.ts';
import { readLatePolicy, readWeights } from './read-points.ts';
import { readResources } from './read-resources.ts';

/** What assignments are read with. */
interface Surroundings {
  /** The course's folder, from which paths of resources go. */
  readonly folder: string;
  readonly timeZone: string;
}

const settings =
  'id title stack stage mode continues lessons resource seed due late points weights'.split(' ');

/** Shortest seed that cannot be found by trying. */
const SHORTEST_SEED = 12;
const MOST_POINTS = 100_000;

/** Reads the assignments of a course; at least one, each of another id. */
export function readAssignments(course: Section, surroundings: Surroundings): Assignment[] {
  const assignments: Assignment[] = [];
  for (const section of course.sections('assignments')) {
    const assignment = readAssignment(section.allow(settings), course, surroundings);
    refuseDouble(section, assignment, assignments);
    refuseContinuation(section, assignment, assignments);
    assignments.push(assignment);
  }
  if (assignments.length === 0) course.report('assignments', 'there are no assignments');
  return assignments;
}

function readAssignment(
  section: Section,
  course: Section,
  { folder, timeZone }: Surroundings,
): Assignment {
  const id = readId(section);
  const stage = readStage(section);
  const mode = section.oneOf('mode', modes, 'exercise');
  const lessons = readLessons(section, stage, mode);
  return {
    id,
    title: section.optionalText('title') ?? id,
    stack: readStack(section),
    stage,
    mode,
    continues: section.optionalText('continues'),
    lessons,
    resources: readResources(section, folder),
    seed: readSeed(section, course),
    due: readDue(section, timeZone),
    late: readLatePolicy(section.section('late')),
    points: section.number('points', 100, { least: 1, most: MOST_POINTS })!,
    weights: readWeights(section.section('weights'), lessons),
  };
}

function readId(section: Section): string {
  const id = section.text('id');
  if (id !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    section.report('id', `"${id}" must be lower-case letters and digits in words joined by -`);
  }
  return id;
}

function readStack(section: Section): Stack {
  const id = section.optionalText('stack') ?? stacks[0]!.id;
  const known = stacks.map((stack) => stack.id);
  const stack = findStack(id);
  if (stack === undefined) section.report('stack', `"${id}" is no stack: ${known.join(', ')}`);
  return stack ?? stacks[0]!;
}

function readStage(section: Section): Stage {
  const id = section.text('stage');
  const known = stages.map((stage) => stage.id);
  const stage = findStage(id);
  if (stage === undefined && id !== '') {
    section.report('stage', `"${id}" is no stage: ${known.join(', ')}`);
  }
  return stage ?? stages[0]!;
}

/** Lessons that only want to be read are nobody's assignment; practice is looked for in a project. */
function readLessons(section: Section, stage: Stage, mode: Mode): string[] {
  const { lessons } = loadStageLessons(stage);
  const isAsked = ({ kind }: Lesson) =>
    kind === 'code' || (kind === 'practice' && mode !== 'blank');
  const known = lessons.filter(isAsked).map(({ id }) => id);
  const wanted = section.texts('lessons');
  if (wanted.length === 0 || (wanted.length === 1 && wanted[0]!.text === 'all')) return known;
  for (const { text } of wanted.filter((lesson) => !known.includes(lesson.text))) {
    const meant = suggest(text, known).trim() || `There are ${known.join(', ')}.`;
    section.report('lessons', `"${text}" is no lesson of ${stage.id} with a task. ${meant}`);
  }
  return known.filter((id) => wanted.some(({ text }) => text === id));
}

function readSeed(section: Section, course: Section): string {
  const owner = section.keys.includes('seed') ? section : course;
  const seed = owner.text('seed');
  if (seed !== '' && seed.length < SHORTEST_SEED) {
    owner.report('seed', `the seed can be guessed: it needs ${SHORTEST_SEED} characters or more`);
  }
  return seed;
}
