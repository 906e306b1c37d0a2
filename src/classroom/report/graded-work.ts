import type { Resource } from '../../catalog/resource.ts';
import type { Grade } from '../grades.ts';

/** What is named after the resource in a variant. */
export type ResourceNames = Pick<Resource, 'name' | 'plural' | 'path'>;

/** A work with its grade, as a report looks at it. */
export interface GradedWork {
  /** Name of the work: `ada`, or `ada-and-lin`. */
  readonly work: string;
  /** The variant that was drawn for it. */
  readonly resource: ResourceNames;
  readonly grade: Grade;
}
