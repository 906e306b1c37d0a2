import { DataSupply } from '../../src/checker/service/data.ts';
import { targetOfProject } from '../../src/lessons/check-target.ts';
import { textsOf } from '../../src/lessons/lesson-text.ts';
import { loadLessons, stageOf } from '../../src/lessons/load-lessons.ts';
import { deepestLayer } from '../../src/lessons/predict/layer-of.ts';
import { observe } from '../../src/lessons/predict/observe.ts';
import { traced } from '../../src/lessons/predict/trace.ts';
import { requireProject } from '../../src/project/read-state.ts';
import { planOfProject } from '../../src/scaffold/plan-of-project.ts';
import { kit } from './plan.ts';

/** Exchanges of the lessons of a finished project that come out otherwise than they predict. */
export async function surprises(folder: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const project = requireProject(folder);
  const plan = planOfProject(project, kit);
  const target = traced(targetOfProject(folder, env), project.stack.runtime.program);
  const { signal } = new AbortController();
  const supply = new DataSupply(target, signal);
  const found: string[] = [];
  try {
    for (const lesson of loadLessons().filter((each) => stageOf(each) === project.stage)) {
      const render = textsOf(lesson, plan, 'posix');
      for (const prediction of lesson.predictions) {
        const { status, steps } = await observe(prediction, target, { render, signal, supply });
        const decided = steps === null ? null : deepestLayer(steps, prediction.decides);
        const { answer, decides } = prediction;
        if (status === answer && decided === decides) continue;
        found.push(
          `${lesson.id}: ${status} by the ${decided}, and not ${answer} by the ${decides}`,
        );
      }
    }
  } finally {
    await supply.close();
  }
  return found;
}
