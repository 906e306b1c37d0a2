import { PACKAGE } from '../../system/invocation.ts';
import { renderClassroom } from '../classroom-templates.ts';
import type { Course } from '../course/course.ts';
import { POSTGRES_STAGE } from './databases.ts';

/** The hosts whose machines can grade, and where each looks for what to do. */
export const gradingHosts = {
  github: '.github/workflows/grade.yml',
  gitlab: '.gitlab-ci.yml',
} as const;

export type GradingHost = keyof typeof gradingHosts;

/** How a course is graded by the machines of a host. */
export interface GradingWorkflow {
  readonly host: GradingHost;
  /** On how many machines. */
  readonly parts: number;
  /** A command that brings the submissions; null where they are in the repository. */
  readonly fetch: string | null;
}

/** The workflow as YAML: a machine for each part of the class, then one that brings all together. */
export function gradingWorkflow(course: Course, { host, parts, fetch }: GradingWorkflow): string {
  const stage = course.assignments
    .map((assignment) => assignment.stage)
    .reduce((one, other) => (one.number > other.number ? one : other));
  const packages = ['bubblewrap', ...(stage.number < POSTGRES_STAGE ? [] : ['postgresql'])];
  const grading = {
    parts,
    numbers: Array.from({ length: parts }, (_, at) => at + 1),
    packages: packages.join(' '),
    fetch,
    command: `npx --yes ${PACKAGE}@${course.kit}`,
  };
  return renderClassroom(`grading-${host}.yml`, { stage, width: 100, open: [], grading });
}
