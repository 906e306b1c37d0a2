import { stageFolder } from '../../catalog/stages.ts';
import { loadChecks } from '../check-index.ts';
import { askProject } from './ask.ts';
import type { Inquiry } from './inquiry.ts';
import { isOwn } from './judge-lesson.ts';
import { goldenMessage } from './message.ts';
import { lessonsOf } from './regions.ts';
import { hasWork, withWork } from './work.ts';
import { withProject, type Workspace } from './workspace.ts';

/** Lessons of practice: once their work is done, every check of theirs passes. */
export function inquirePractice(workspace: Workspace, seed: number): Inquiry[] {
  const { stage } = workspace.plan;
  const places = lessonsOf(stage).map((lesson) => ({ stage: stageFolder(stage), lesson }));
  return places.filter(hasWork).map(({ stage: folder, lesson }) => ({
    id: `${lesson} (work)`,
    lesson,
    find: async () => {
      const checks = (await loadChecks(stage.number)).filter((check) =>
        isOwn(check, { stage: stage.number, lesson }),
      );
      const files = withWork(workspace.solution, { stage: folder, lesson });
      const results = await withProject(workspace, files, (project) =>
        askProject(workspace.context, project, checks, { seed, bail: false }),
      );
      const others = results.filter(({ state }) => state !== 'pass');
      return { remarks: others.map((result) => result.reason ?? goldenMessage(result)) };
    },
  }));
}
