import { createHash } from 'node:crypto';
import { randomFrom } from '../../checker/values/random.ts';
import type { Assignment, Course, NamedResource, Student } from './course.ts';

/** One repository of an assignment: who works in it, and what was drawn for them. */
export interface StudentWork {
  readonly assignment: Assignment;
  /** The student, or both of a pair. */
  readonly students: readonly Student[];
  /** Name of its folder and repository, unique within the assignment: `ada`, or `ada-and-lin`. */
  readonly name: string;
  readonly variant: NamedResource;
  /** Decides all else that is drawn for them: the letter, the mistake, the values of checks. From 0. */
  readonly seed: number;
  /** Milliseconds since 1970, the latest extension of theirs included; null where nothing is due. */
  readonly due: number | null;
}

/** Every repository of an assignment, in the order of the roster. */
export function studentWorks(course: Course, assignment: Assignment): StudentWork[] {
  return teamsOf(course).map((students) => {
    const name = students.map(({ identifier }) => repositoryName(identifier)).join('-and-');
    const variant = variantOf(course, assignment, name);
    const seed = drawnNumber(assignment, name, 'seed');
    const due = dueOf(course, assignment, students);
    return { assignment, students, name, variant, seed, due };
  });
}

/** An identifier in the characters that folders and hosts of repositories allow. */
export function repositoryName(identifier: string): string {
  return identifier.replaceAll(/[^A-Za-z0-9._-]/g, '-');
}

/** A source of chance for one purpose in a student's work. */
export function chanceOf({ seed }: StudentWork, what: string) {
  return randomFrom(seed, what);
}

/** Who goes on in a repository keeps what was drawn for it. */
function variantOf(course: Course, assignment: Assignment, name: string): NamedResource {
  const { resources } = firstOf(course, assignment);
  return resources[drawnNumber(firstOf(course, assignment), name, 'resource') % resources.length]!;
}

/** The assignment that the repositories of another were made for. */
export function firstOf({ assignments }: Course, { id, continues }: Assignment): Assignment {
  return assignments.find((each) => each.id === (continues ?? id))!;
}

function teamsOf({ students, pairs }: Course): (readonly Student[])[] {
  const byId = new Map(students.map((student) => [student.identifier, student]));
  const pairOf = new Map(pairs.flatMap((pair) => pair.map((identifier) => [identifier, pair])));
  return students.flatMap((student) => {
    const pair = pairOf.get(student.identifier);
    if (pair === undefined) return [[student]];
    return pair[0] === student.identifier ? [pair.map((identifier) => byId.get(identifier)!)] : [];
  });
}

/**
 * A number from 0 to 2³¹ − 1 that nobody can foretell who does not know the seed, and from which
 * the seed cannot be told: a part of a SHA-256.
 */
function drawnNumber({ seed, id }: Assignment, name: string, what: string): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, id, name, what]))
    .digest();
  return digest.readUInt32BE() >>> 1;
}

function dueOf(
  { extensions }: Course,
  assignment: Assignment,
  students: readonly Student[],
): number | null {
  if (assignment.due === null) return null;
  const theirs = extensions.filter(
    (extension) =>
      extension.assignment === assignment.id &&
      students.some(({ identifier }) => identifier === extension.student),
  );
  return Math.max(assignment.due, ...theirs.map(({ due }) => due));
}
