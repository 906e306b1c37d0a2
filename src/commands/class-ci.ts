import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Course } from '../classroom/course/course.ts';
import { readCourse } from '../classroom/course/read-course.ts';
import {
  gradingHosts,
  gradingWorkflow,
  type GradingHost,
} from '../classroom/grading/grading-workflow.ts';
import { writeWhole } from '../classroom/grades-folder.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { readWholeNumber } from '../system/whole-number.ts';

/** What can be said on the command line of `class ci`. */
export interface ClassCiFlags {
  readonly parts: string;
  readonly host?: string;
  readonly fetch?: string;
}

const MAX_PARTS = 200;

/** `class ci`: writes the workflow by which the machines of a git host grade a class, each a part of it. */
export async function classCi(flags: ClassCiFlags, { cwd, out }: Context): Promise<number> {
  const course = readCourse(cwd);
  const host = chooseHost(flags.host, course);
  const parts = Math.max(1, readWholeNumber(flags.parts, 'parts', MAX_PARTS)!);
  const path = join(course.folder, gradingHosts[host]);
  const shown = relative(cwd, path);
  if (existsSync(path)) {
    throw new UserError(`${shown} is here already.`, 'Remove it, and say the same again.');
  }
  writeWhole(path, gradingWorkflow(course, { host, parts, fetch: flags.fetch ?? null }));
  out.print(`${out.symbols.done} ${shown}: ${parts} machines grade, and one tells of it`);
  if (flags.fetch === undefined) {
    out.print(
      `${out.symbols.warning} The submissions must be in the repository: .gitignore has them.`,
    );
  }
  return 0;
}

/** The one that was named; else that of the students' repositories. */
function chooseHost(named: string | undefined, { workflow }: Course): GradingHost {
  const host = named ?? (workflow === 'none' ? 'github' : workflow);
  if (Object.hasOwn(gradingHosts, host)) return host as GradingHost;
  const known = Object.keys(gradingHosts).join(' and ');
  throw new UserError(`"${host}" is no host that grades.`, `There are ${known}.`);
}
