/** A step of the roadmap. */
export interface Stage {
  /** One string in folders, flags, state files and output, e.g. `in-memory`. */
  readonly id: string;
  /** Position on the roadmap, from 1. */
  readonly number: number;
  readonly title: string;
  /** What the learner can say afterwards. */
  readonly teaches: string;
}

/** The roadmap, in order. Stages are cumulative: each keeps the promises of those before it. */
export const stages: readonly Stage[] = [
  {
    id: 'in-memory',
    number: 1,
    title: 'In memory',
    teaches: 'design and serve a REST API that validates, and fails predictably',
  },
  {
    id: 'sqlite',
    number: 2,
    title: 'SQLite',
    teaches: 'data that survives a restart, and secrets that are not in the code',
  },
  {
    id: 'postgres',
    number: 3,
    title: 'Postgres',
    teaches: 'a real database server: pool, transactions, migrations, readiness',
  },
  {
    id: 'auth',
    number: 4,
    title: 'Auth',
    teaches: 'who is calling, what they may do, and how to prove it later',
  },
  {
    id: 'docker',
    number: 5,
    title: 'Docker',
    teaches: 'a service that runs anywhere, from an image, with CI in front of it',
  },
];

/** Finds a stage by its id or its number, as both are typed on a command line. */
export function findStage(idOrNumber: string): Stage | undefined {
  return stages.find((stage) => stage.id === idOrNumber || String(stage.number) === idOrNumber);
}

/** The folder of a stage under `templates/<stack>/` and `lessons/`, e.g. `4-auth`. */
export function stageFolder(stage: Stage): string {
  return `${stage.number}-${stage.id}`;
}
