import type { Plan } from '../../scaffold/plan.ts';
import type { Course } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import { blankCheckFlags } from './blank.ts';
import { renderClassroom } from '../classroom-templates.ts';
import type { TaskValues } from './task.ts';

const hosts = {
  github: { path: '.github/workflows/checks.yml', template: 'github.yml' },
  gitlab: { path: '.gitlab-ci.yml', template: 'gitlab.yml' },
} as const;

/** The workflow of a repository, which asks the public checks by the course's own version of the kit. */
export function workflowFile(
  { workflow }: Course,
  work: StudentWork,
  plan: Plan,
  values: TaskValues,
): readonly (readonly [path: string, text: string])[] {
  if (workflow === 'none') return [];
  const { path, template } = hosts[workflow];
  const { id, installLocked } = plan.packageManager;
  const install = id === 'npm' ? 'npm ci' : installLocked.join(' ');
  const own = { workflow: { install, checks: publicChecks(work, plan) } };
  return [[path, renderClassroom(template, { ...values, ...own })]];
}

/** One step a lesson, where lessons are to do; else one that asks everything. */
function publicChecks({ assignment }: StudentWork, plan: Plan) {
  const { mode, lessons, stage } = assignment;
  const command = plan.kit.pinnedCommand.replace('npx ', 'npx --yes ');
  if (mode === 'mail' || mode === 'drill') return [{ name: 'checks', command: `${command} check` }];
  const flags = mode === 'blank' ? ` ${blankCheckFlags(stage)}` : '';
  return lessons.map((lesson) => ({ name: lesson, command: `${command} check ${lesson}${flags}` }));
}
