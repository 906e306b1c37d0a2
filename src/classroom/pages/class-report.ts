import type { Assignment, Course } from '../course/course.ts';
import { clusterFailures, type Cluster } from '../report/clusters.ts';
import { distributionOf, type Distribution } from '../report/distribution.ts';
import type { GradedWork } from '../report/graded-work.ts';
import { hardestChecks, type HardCheck } from '../report/hardest-checks.ts';
import { standingsOf, type Standings } from '../report/standings.ts';
import type { SimilarPair } from '../similarity/similar-pairs.ts';

/** What the page about a class tells its instructor. */
export interface ClassReport {
  readonly course: Pick<Course, 'title' | 'timeZone'>;
  readonly assignment: Pick<Assignment, 'title' | 'points'>;
  readonly works: readonly GradedWork[];
  readonly distribution: Distribution;
  readonly hardest: readonly HardCheck[];
  readonly clusters: readonly Cluster[];
  readonly standings: Standings;
  /** Null where the submissions were not at hand to be compared. */
  readonly pairs: readonly SimilarPair[] | null;
}

/** Looks at a class from all sides. */
export function reportOn(
  course: ClassReport['course'],
  assignment: ClassReport['assignment'],
  works: readonly GradedWork[],
  pairs: ClassReport['pairs'],
): ClassReport {
  return {
    course,
    assignment,
    works,
    distribution: distributionOf(works),
    hardest: hardestChecks(works),
    clusters: clusterFailures(works),
    standings: standingsOf(works),
    pairs,
  };
}
