import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacedCheck } from '../../checker/check.ts';
import type { Result } from '../../checker/result.ts';
import { runChecks } from '../../checker/run-checks.ts';
import { Session } from '../../checker/session.ts';
import { startCheck } from '../../checker/start-check.ts';
import type { Context } from '../../context.ts';
import { loadChecks } from '../../lessons/check-index.ts';
import { chooseTarget } from '../../lessons/check-target.ts';
import { loadStageLessons } from '../../lessons/load-lessons.ts';
import { writeFiles } from '../../project/files.ts';
import type { Files } from '../../scaffold/render.ts';
import { RESOURCE_FILE, scriptsOf } from '../repositories/blank.ts';
import type { Sample } from './samples.ts';

type TrialContext = Pick<Context, 'env' | 'signal'>;

/** What the starter and the solution of a variant are worth. */
export interface Trial {
  readonly sample: Sample;
  /** Lessons (or the letter, or the incident) of which the starter fails nothing: a gift. */
  readonly gifts: readonly string[];
  /** What the solution fails, each as a check and what came. */
  readonly failures: readonly string[];
  /** Lessons that are done outside the code, in the student's own history: nothing to try. */
  readonly untried: readonly string[];
}

const TIMEOUT_S = 20;

/**
 * Asks the starter and the solution of a variant what the assignment is about.
 * @param installed folder with what projects of the stage depend on
 * @param place folder in which both are written
 */
export async function trySample(
  context: TrialContext,
  sample: Sample,
  installed: string,
  place: string,
): Promise<Trial> {
  const checks = await checksOf(sample);
  const [starter, solution] = [sample.starter, sample.solution].map((files, at) =>
    writeSample(join(place, String(at)), files, installed),
  );
  const started = await askAll(context, starter!, sample, checks, isBlank(sample));
  const solved = await askAll(context, solution!, sample, checks, false);
  // What fails on a busy machine is asked once more, alone.
  const failed = solved.filter(isFailure).map(({ check }) => check);
  const again = failed.length === 0 ? [] : await askAll(context, solution!, sample, failed, false);
  return {
    sample,
    gifts: giftsOf(sample, checks, started),
    failures: again.filter(isFailure).map(failureText),
    untried: practiceIn(sample),
  };
}

/** The parts of which the starter fails nothing; one that does not even start gets nothing. */
function giftsOf(
  sample: Sample,
  checks: readonly PlacedCheck[],
  starter: readonly Result[],
): string[] {
  const failed = starter.filter(isFailure).map(({ check }) => check);
  if (failed.some(({ id }) => id === startCheck.id)) return [];
  const asked = new Set(checks.map((check) => partOf(sample, check)));
  const earnable = new Set(failed.map((check) => partOf(sample, check)));
  return [...asked].filter((part) => !earnable.has(part));
}

function failureText({ check, finding, reason }: Result): string {
  return `${check.id}: ${finding?.got ?? reason}`;
}

const isBlank = ({ work }: Sample) => work.assignment.mode === 'blank';
const isFailure = ({ state }: Result) => state === 'fail' || state === 'kit-fault';

/** What a check is a part of. */
function partOf({ work }: Sample, { lesson }: PlacedCheck): string {
  if (work.assignment.mode === 'mail') return 'the letter';
  return work.assignment.mode === 'drill' ? 'the incident' : (lesson ?? 'conformance');
}

/** The checks of the assignment's lessons; all of the stage for a letter; one for an incident. */
async function checksOf(sample: Sample): Promise<PlacedCheck[]> {
  const { stage, mode, lessons } = sample.work.assignment;
  const all = (await loadChecks(stage.number)).filter(({ lesson }) => lesson !== null);
  if (sample.check !== null) return all.filter(({ id }) => id === sample.check);
  if (mode === 'mail') return all;
  const own = new Set(lessons);
  for (const lesson of practiceIn(sample)) own.delete(lesson);
  return all.filter(({ from, lesson }) => from === stage.number && own.has(lesson!));
}

function practiceIn({ work }: Sample): string[] {
  const { mode, stage, lessons } = work.assignment;
  if (mode === 'mail' || mode === 'drill') return [];
  const all = loadStageLessons(stage).lessons;
  const practice = all.filter(({ kind }) => kind === 'practice').map(({ id }) => id);
  return practice.filter((lesson) => lessons.includes(lesson));
}

function writeSample(folder: string, files: Files, installed: string): string {
  mkdirSync(folder, { recursive: true });
  writeFiles(folder, files);
  symlinkSync(join(installed, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function askAll(
  { env, signal }: TrialContext,
  folder: string,
  { work }: Sample,
  checks: readonly PlacedCheck[],
  byScripts: boolean,
): Promise<Result[]> {
  const { stage } = work.assignment;
  const scripts = scriptsOf(stage).map(({ key, name }) => [key, `sh ${name}`]);
  const blank = { ...Object.fromEntries(scripts), stage: stage.id, resource: `./${RESOURCE_FILE}` };
  const target = chooseTarget(byScripts ? blank : {}, { cwd: folder, env });
  const session = new Session(target, signal);
  const settings = { seed: work.seed, bail: false, timeout: TIMEOUT_S, all: true, signal };
  try {
    const results: Result[] = [];
    for await (const result of runChecks(session, checks, settings)) results.push(result);
    return results;
  } finally {
    await session.close();
  }
}
