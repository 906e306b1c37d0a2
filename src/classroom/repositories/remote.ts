import { UserError } from '../../errors.ts';
import type { StudentWork } from '../course/student-work.ts';

/** What a remote can have in braces, and what it becomes. */
const placeholders: Readonly<Record<string, (work: StudentWork) => string | null>> = {
  identifier: ({ name }) => name,
  assignment: ({ assignment }) => assignment.continues ?? assignment.id,
  username: ({ students: [first] }) => first!.username,
  section: ({ students: [first] }) => first!.section,
};

/**
 * A remote, or a word of a command, for one student.
 * @throws UserError for braces that mean nothing, and for what the roster does not say
 */
export function remoteOf(text: string, work: StudentWork): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const known = Object.keys(placeholders).map((each) => `{${each}}`);
    if (!Object.hasOwn(placeholders, name)) {
      throw new UserError(`{${name}} means nothing in "${text}".`, `There is ${known.join(', ')}.`);
    }
    const value = placeholders[name]!(work);
    if (value !== null) return value.replaceAll(/\s+/g, '-');
    throw new UserError(`${work.name} has no ${name} on the roster.`, `Fill in that column.`);
  });
}

/**
 * Refuses a remote that would be the same for all, or that git would take for an option.
 * @param hasSeveral whether more than one assignment is pushed
 */
export function refuseRemote(remote: string, hasSeveral: boolean): void {
  if (remote.startsWith('-')) throw new UserError(`"${remote}" is no remote.`);
  if (!/\{(?:identifier|username)\}/.test(remote)) {
    throw new UserError(
      `"${remote}" is the same for all students.`,
      "Put {identifier} where their repositories differ: 'git@host:course/{identifier}.git'",
    );
  }
  if (!hasSeveral || remote.includes('{assignment}')) return;
  throw new UserError(
    'Several assignments have repositories, and they would go to the same place.',
    'Put {assignment} into the remote too, or name one: --assignment <id>',
  );
}
