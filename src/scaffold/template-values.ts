import type { Plan } from './plan.ts';

/** The values that templates can name; see docs/authoring-stages.md. */
export function templateValues(plan: Plan) {
  const { stage, resource, packageManager, kit } = plan;
  return {
    project: { name: plan.name.npm, ...plan.name },
    stage: { id: stage.id, number: stage.number, title: stage.title },
    resource,
    kit: { command: kit.pinnedCommand, version: kit.version, remake: plan.remake },
    pm: {
      name: packageManager.id,
      run: packageManager.run,
      install: packageManager.install.slice(0, 2).join(' '),
      lockfile: packageManager.lockFile,
    },
    node: { pin: plan.nodePin },
    width: plan.stack.width,
    open: plan.open,
  };
}
