import { createHash } from 'node:crypto';
import { parseResource } from '../../catalog/parse-resource.ts';
import { renderStateFile, STATE_FILE } from '../../project/state.ts';
import type { Plan } from '../../scaffold/plan.ts';
import type { Files } from '../../scaffold/render.ts';
import type { Course } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import { scriptsOf } from '../repositories/blank.ts';
import { planWork } from '../repositories/plan-work.ts';
import { projectFiles, repositoryFiles } from '../repositories/repository-files.ts';

/** What a student began with, and what of it decides how it is graded. */
export interface Starter {
  readonly files: Files;
  /** Text of the state file by which a submission is graded, whatever its own says. */
  readonly state: string;
  /** What the kit makes of the same task. */
  readonly solution: Files;
  /** Texts of the manifest and the lock file of the kit's packages; null where a work brings none. */
  readonly manifest: string | null;
  readonly lock: string | null;
  /** Equal for starters that pass the same checks. */
  readonly key: string;
}

/** What says whose a repository is, and nothing of how its service behaves. */
const personal = /^(?:README\.md|CONTRACT\.md|\.github\/|\.gitlab-ci\.yml|letters\/)/;

/** What somebody began their work with. */
export function starterOf(course: Course, work: StudentWork): Starter {
  const files = repositoryFiles(course, work);
  const plan = planWork(work, course.kit);
  const state = files.get(STATE_FILE) ?? blankState(course, work);
  const solution = solutionOf(plan, files);
  const isBlank = work.assignment.mode === 'blank';
  const project: Files = isBlank ? new Map() : solution;
  const telling = [...files].filter(([path]) => !personal.test(path)).sort();
  const key = createHash('sha256')
    .update(JSON.stringify([telling, state]))
    .digest('hex');
  return {
    files,
    solution,
    state,
    manifest: project.get(plan.stack.manifestFile) ?? null,
    lock: project.get(plan.packageManager.lockFile) ?? null,
    key,
  };
}

/** A finished project; where a customer wants another resource, a project for that one. */
function solutionOf(plan: Plan, files: Files): Files {
  const state = files.get(STATE_FILE);
  const wanted = state === undefined ? null : (JSON.parse(state) as { resource: unknown }).resource;
  const { resource } = parseResource(wanted ?? plan.resource.schema);
  return projectFiles({ ...plan, resource: resource!, open: [] });
}

/** A service that a student writes from nothing is run by scripts of theirs. */
function blankState(course: Course, work: StudentWork): string {
  const { name, stack, stage, packageManager, resource } = planWork(work, course.kit);
  const state = JSON.parse(
    renderStateFile({
      version: course.kit,
      name: name.npm,
      stack: stack.id,
      stage: stage.id,
      packageManager: packageManager.id,
      open: [],
      resource: resource.schema,
    }),
  ) as object;
  const commands = Object.fromEntries(
    scriptsOf(stage).map(({ name: script }) => [script.replace(/\.sh$/, ''), ['sh', script]]),
  );
  return JSON.stringify({ ...state, commands });
}
