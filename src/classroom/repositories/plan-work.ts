import { spellProjectName, suggestProjectName } from '../../catalog/names.ts';
import { planProject, type Kit, type Plan, type ResourceSource } from '../../scaffold/plan.ts';
import { PACKAGE } from '../../system/invocation.ts';
import { presets } from '../../catalog/presets.ts';
import { lessonsToOpen } from '../../lessons/exercise-mode.ts';
import type { StudentWork } from '../course/student-work.ts';

/** The plan of a student's project: lessons are left open where the assignment is an exercise. */
export function planWork(work: StudentWork, version: string): Plan {
  const { stack, stage, mode, id, lessons } = work.assignment;
  const [packageManager] = stack.packageManagers;
  const answers = {
    // One name for all: what they install is the same to the byte.
    name: spellProjectName(suggestProjectName(id) ?? `${id}-api`),
    stack,
    stage,
    resource: work.variant.resource,
    resourceSource: sourceOf(work.variant.name),
    packageManager: packageManager!,
  };
  const toOpen = mode === 'exercise' ? lessonsToOpen(stage) : [];
  const open = toOpen.filter((lesson) => lessons.includes(lesson));
  return planProject(answers, studentsKit(version), Infinity, open);
}

/** The kit as students call it: fetched anew in the version of the course, whatever machine they have. */
function studentsKit(version: string): Kit {
  const pinnedCommand = `npx ${PACKAGE}@${version}`;
  return { version, command: pinnedCommand, pinnedCommand };
}

function sourceOf(name: string): ResourceSource {
  return Object.hasOwn(presets, name) ? { kind: 'preset', id: name } : { kind: 'described' };
}
