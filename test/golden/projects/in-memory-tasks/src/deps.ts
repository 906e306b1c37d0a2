import type { Config } from './config.ts';
import { MemoryTaskStore } from './tasks/memory-store.ts';
import { TaskService } from './tasks/service.ts';

/** What the service is made of. */
export interface Deps {
  config: Config;
  tasks: TaskService;
}

/** The composition root: the only place that chooses implementations. */
export function createDeps(config: Config): Deps {
  return {
    config,
    tasks: new TaskService(new MemoryTaskStore()),
  };
}
