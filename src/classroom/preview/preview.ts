import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { writeFiles } from '../../project/files.ts';
import { installProject } from '../../project/test-run.ts';
import type { Assignment, Course } from '../course/course.ts';
import { samplesOf, type Sample } from './samples.ts';
import { trySample, type Trial } from './try-sample.ts';

type PreviewContext = Pick<Context, 'run' | 'env' | 'signal' | 'out'>;

/** Tries every variant of the assignments, one after the other, in folders that are gone afterwards. */
export async function preview(
  context: PreviewContext,
  course: Course,
  assignments: readonly Assignment[],
): Promise<Trial[]> {
  const place = mkdtempSync(join(tmpdir(), 'create-backend-preview-'));
  const trials: Trial[] = [];
  try {
    for (const assignment of assignments) {
      const samples = samplesOf(course, assignment);
      const installed = await install(context, samples[0]!, place);
      for (const [at, sample] of samples.entries()) {
        const label = `Trying ${assignment.id} with ${sample.work.variant.name}`;
        const folder = join(place, assignment.id, String(at));
        trials.push(
          await context.out.during(label, () => trySample(context, sample, installed, folder)),
        );
      }
    }
    return trials;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What all projects of a stack and a stage depend on is the same, and installed once. */
async function install(context: PreviewContext, sample: Sample, place: string): Promise<string> {
  const { stack, stage, packageManager } = sample.plan;
  const folder = join(place, `${stack.id}-${stage.id}`);
  if (existsSync(folder)) return folder;
  writeFiles(folder, sample.solution);
  const label = `Installing what ${stage.id} depends on`;
  const project = { folder, stack, packageManager };
  const { ok, excerpt } = await context.out.during(label, () =>
    installProject(context, project, true),
  );
  if (ok) return folder;
  throw new UserError(`What the projects depend on cannot be installed:\n${excerpt}`);
}
