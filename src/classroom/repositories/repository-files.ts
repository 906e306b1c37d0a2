import { withLessonBegun } from '../../lessons/exercise-mode.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { renderProject, type Files } from '../../scaffold/render.ts';
import { loadLockFile, loadTemplates } from '../../scaffold/template-set.ts';
import type { Course } from '../course/course.ts';
import type { StudentWork } from '../course/student-work.ts';
import { blankFiles } from './blank.ts';
import { renderClassroom } from '../classroom-templates.ts';
import { drawIncident } from './incident.ts';
import { planWork } from './plan-work.ts';
import { drawStudentsLetter, withLetter } from './students-letter.ts';
import { taskValues, type TaskValues } from './task.ts';
import { workflowFile } from './workflow.ts';

/**
 * All files of a student's repository: their project, its README with the task, and the workflow
 * that asks the public checks. A pure function: the same student gets the same text again.
 */
export function repositoryFiles(course: Course, work: StudentWork): Files {
  const plan = planWork(work, course.kit);
  const { files, values } = beginning(course, work, plan);
  return new Map([
    ...files,
    ['README.md', withTask(files.get('README.md')!, renderClassroom('task.md', values))],
    ...workflowFile(course, work, plan, values),
  ]);
}

/** A project as the kit makes it, with its lock file. */
export function projectFiles(plan: Plan): Files {
  const templates = loadTemplates(plan.stack.id, plan.stage);
  const lock = loadLockFile(plan.stack.id, templates, plan.packageManager.lockFile);
  return renderProject(plan, templates, lock);
}

/** What the work begins with. */
function beginning(
  course: Course,
  work: StudentWork,
  plan: Plan,
): { files: Files; values: TaskValues } {
  const project = projectFiles(plan);
  const values = taskValues(course, work, plan, null);
  const { mode } = work.assignment;
  if (mode === 'blank') return { files: blankFiles(plan, project, values), values };
  if (mode === 'mail') {
    return { files: withLetter(project, plan, drawStudentsLetter(work, plan)), values };
  }
  if (mode === 'drill') {
    const { mistake, files } = drawIncident(work, plan, project);
    return { files, values: taskValues(course, work, plan, mistake.symptom) };
  }
  const [first] = plan.open;
  return { files: first === undefined ? project : withLessonBegun(project, plan, first), values };
}

/** The task stands below the title, before all that the README says of the project. */
function withTask(readme: string, task: string): string {
  const [title, ...rest] = readme.trimEnd().split('\n');
  const project = rest.length === 0 ? [] : ['', '## The project', ...rest];
  return `${[title, '', task.trim(), ...project].join('\n')}\n`;
}
