import { UserError } from '../../errors.ts';
import { suggest } from '../../system/suggest.ts';
import type { Assignment, Course } from './course.ts';

/**
 * The assignment that was named; all where nothing is said.
 * @throws UserError that lists what there is
 */
export function chooseAssignments(
  { assignments }: Course,
  id: string | undefined,
): readonly Assignment[] {
  if (id === undefined) return assignments;
  const found = assignments.filter((assignment) => assignment.id === id);
  if (found.length > 0) return found;
  const known = assignments.map((assignment) => assignment.id);
  throw new UserError(
    `There is no assignment "${id}".`,
    `${suggest(id, known)}The course has ${known.join(', ')}.`,
  );
}

/**
 * Refuses to go on with another version of the kit than the course is taught with: its checks and
 * templates would be others.
 */
export function requireKit({ kit }: Course, version: string, command: string): void {
  if (kit === version) return;
  throw new UserError(
    `The course is taught with create-backend ${kit}, and this is ${version}.`,
    `Use that version, or write kit: ${version} into course.yaml and bring what differs to your students: ${command} class update`,
  );
}
