import type { Resource } from '../../catalog/resource.ts';
import { stages, type Stage } from '../../catalog/stages.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { STATE_FILE } from '../../project/state.ts';
import { givenTestPath } from '../../scaffold/given-tests.ts';
import { renderLockFile } from '../../scaffold/manifest.ts';
import { asRecorded, planOfProject } from '../../scaffold/plan-of-project.ts';
import { planProject, type Kit, type Plan } from '../../scaffold/plan.ts';
import { renderRegions, type Regions } from '../../scaffold/render-regions.ts';
import { renderProject, type Files } from '../../scaffold/render.ts';
import { reasonsOf } from '../../scaffold/reasons.ts';
import { diffFiles, type FileDiff } from '../../scaffold/stage-diff.ts';
import { loadLockFile, loadTemplates, type TemplateSet } from '../../scaffold/template-set.ts';
import { firstLesson, lessonsToOpen, withLessonBegun } from '../exercise-mode.ts';
import { loadStageLessons } from '../load-lessons.ts';

/** What the kit has before a border. */
export interface Version {
  /** All exercises of the stages so far solved; without the state file, as is the other side. */
  readonly base: Files;
  /** What stands in the regions of exercises. */
  readonly regions: Regions;
  /** What becomes of its files, where that is something else than of the kit's usual ones. */
  readonly next?: Files;
}

/** The way from a project's stage to a later one, in files as the kit makes them. */
export interface Border extends Version {
  /** The project as it would be at the later stage. */
  readonly plan: Plan;
  /** Other versions that a file may go back to: of what the project served before a letter. */
  readonly others: readonly Version[];
  /** At the later stage, whose exercises are open for a learner; with the lock file it ships. */
  readonly next: Files;
  /** The later stage's state file. */
  readonly state: string;
  /** Whether the exercises were there to be done. */
  readonly isLearning: boolean;
  /** What stands in the place of tests whose lessons have not begun; nothing but for a learner. */
  readonly testsToDo: Files;
  /** What the stages in between change, file by file, with their reasons. */
  readonly diffs: readonly FileDiff[];
  /** Lessons whose work they write anew, and why. */
  readonly rewrites: Readonly<Record<string, string>>;
  /** Folders that they begin anew, whatever is in them. */
  readonly clears: readonly string[];
  /** Environment variables that they add. */
  readonly settings: readonly string[];
}

/** What is known of a project beside its state. */
export interface Past {
  /** Its README as it is now, which names the command that made the project. */
  readonly readme: string;
  /** What it served before letters changed it, the latest first. */
  readonly served: readonly Resource[];
}

/** Renders both sides of a border. */
export function renderBorder(project: KnownProject, to: Stage, kit: Kit, past: Past): Border {
  const made = planOfProject(project, kit);
  const plan = planAt(made, to);
  const templates = loadTemplates(plan.stack.id, to);
  const [earlier, later] = [project.stage.number, templates.slice(project.stage.number)];
  const before = templates.slice(0, earlier);
  const recorded = { ...asRecorded(made, project.version, past.readme), open: [] };
  const version = renderVersion(recorded, before);
  const files = renderBegun(plan, templates);
  const next = withoutState(files);
  const lock = lockOf(plan, templates);
  return {
    ...version,
    plan,
    others: past.served.map((resource) => renderVersion({ ...recorded, resource }, before)),
    next: lock === null ? next : new Map([...next, [plan.packageManager.lockFile, lock]]),
    isLearning: made.open.length > 0,
    testsToDo: made.open.length > 0 ? testsToDo(project) : new Map(),
    state: files.get(STATE_FILE)!,
    diffs: diffFiles(version.base, next, reasonsOf(plan, later)),
    rewrites: Object.assign({}, ...later.map(({ notes }) => notes.rewrites)) as Border['rewrites'],
    clears: later.flatMap(({ notes }) => notes.clears),
    settings: later.flatMap(({ notes }) => notes.settings),
  };
}

function renderVersion(plan: Plan, templates: TemplateSet): Version {
  const base = withoutState(renderProject(plan, templates, null));
  return { base, regions: renderRegions(plan, templates) };
}

/** A learner's project has the exercises of the new stage to do, any other has none. */
function planAt(made: Plan, stage: Stage): Plan {
  const open = made.open.length > 0 ? lessonsToOpen(stage) : [];
  const plan = planProject({ ...made, stage }, made.kit, Infinity, open);
  return { ...plan, nodePin: made.nodePin };
}

/** A learner's project comes with the tests of the first lesson. */
function renderBegun(plan: Plan, templates: TemplateSet): Files {
  const files = renderProject(plan, templates, null);
  return plan.open.length === 0 ? files : withLessonBegun(files, plan, firstLesson(plan.stage).id);
}

function testsToDo({ stack, stage }: KnownProject): Files {
  const texts = stages.slice(0, stage.number).flatMap((earlier) =>
    loadStageLessons(earlier).lessons.map(({ id }): [string, string] => {
      return [givenTestPath({ stack, stage: earlier }, id), stack.givenTests.todo(id)];
    }),
  );
  return new Map(texts);
}

function lockOf(plan: Plan, templates: TemplateSet): string | null {
  const { stack, packageManager } = plan;
  const shipped = loadLockFile(stack.id, templates, packageManager.lockFile);
  return shipped === null ? null : renderLockFile(plan, shipped);
}

function withoutState(files: Files): Files {
  return new Map([...files].filter(([path]) => path !== STATE_FILE));
}
