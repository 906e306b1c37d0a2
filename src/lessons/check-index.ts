import { stages } from '../catalog/stages.ts';
import type { Check, PlacedCheck } from '../checker/check.ts';

/** The checks of one stage: by lesson in their order, and those that belong to none. */
export interface StageChecks {
  readonly lessons: Readonly<Record<string, readonly Check[]>>;
  readonly conformance: readonly Check[];
  /** Lessons of which the solution of the stage before fails no check, and why that is right. */
  readonly silentBefore?: Readonly<Record<string, string>>;
}

/** Loaded only when they are asked, so that other commands start fast. */
const checksOf: Readonly<Record<string, () => Promise<StageChecks>>> = {
  'in-memory': () => import('../../lessons/1-in-memory/checks.ts'),
  sqlite: () => import('../../lessons/2-sqlite/checks.ts'),
  postgres: () => import('../../lessons/3-postgres/checks.ts'),
  auth: () => import('../../lessons/4-auth/checks.ts'),
  docker: () => import('../../lessons/5-docker/checks.ts'),
};

/** All checks that a service of a stage is asked, in the order of the curriculum. */
export async function loadChecks(stageNumber: number): Promise<PlacedCheck[]> {
  const placed: PlacedCheck[] = [];
  for (const { id, number } of stages.slice(0, stageNumber)) {
    const load = checksOf[id];
    if (load !== undefined) placed.push(...placeChecks(await load(), number));
  }
  return placed.filter(({ until }) => until === undefined || until >= stageNumber);
}

/** Lessons of a stage of which the solution of the stage before fails no check, with the reason. */
export async function loadSilentLessons(
  stageId: string,
): Promise<Readonly<Record<string, string>>> {
  return (await checksOf[stageId]?.())?.silentBefore ?? {};
}

function placeChecks({ lessons, conformance }: StageChecks, from: number): PlacedCheck[] {
  const taught = Object.entries(lessons).flatMap(([lesson, checks]) =>
    checks.map((check) => ({ ...check, from, lesson })),
  );
  return [...taught, ...conformance.map((check) => ({ ...check, from, lesson: null }))];
}
