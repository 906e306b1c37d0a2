import type { Mount } from './bubblewrap.ts';
import { systemMounts } from './system-mounts.ts';

/** Where things are in every cell, whatever the machine: so texts that name them are the same. */
export const places = {
  /** The submission, which nobody can change. */
  project: '/grading/project',
  /** Programs of the language: Node and npm. */
  programs: '/grading/programs',
  /** The kit; only the grader sees it. */
  kit: '/grading/kit',
  /** Where packages are installed, their cache, and the way to the registry. */
  install: '/grading/install',
  cache: '/grading/cache',
  network: '/grading/network',
  /** What is to be done; only the grader sees it. */
  job: '/grading/job.json',
} as const;

/** Settings of the system that programs ask for, and which are none of this machine's own. */
export const systemFiles = ['passwd', 'group', 'hosts', 'nsswitch.conf'] as const;

/** The search path in every cell. */
export const searchPath = `${places.programs}/bin:/usr/local/bin:/usr/bin:/bin`;

/** What a student's programs see, out of what the grader's cell has at the same places. */
export function serviceMounts(): readonly Mount[] {
  const shared = [places.programs, places.project, ...systemFiles.map((name) => `/etc/${name}`)];
  return [
    ...systemMounts(),
    ...shared.map((path) => ({ kind: 'read' as const, from: path, to: path })),
  ];
}
