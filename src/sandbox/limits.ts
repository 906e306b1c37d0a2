/** What a group of processes may use. */
export interface Limits {
  /** Bytes of memory, all processes and their files in memory together. */
  readonly memory: number;
  /** How many processes and threads there may be at once. */
  readonly processes: number;
  /** Processors, in hundredths of one. */
  readonly cpuPercent: number;
}

/** What a single process of a student may use besides. */
export interface ProcessLimits {
  /** Seconds of processor time. */
  readonly cpuSeconds: number;
  /** Bytes of one file that it writes. */
  readonly fileSize: number;
  readonly openFiles: number;
  /** Bytes in its temporary folder. */
  readonly temporary: number;
  /** Bytes that it may write to its standard output and error. */
  readonly output: number;
}

const MiB = 1024 ** 2;

/** For all that runs of one submission at a time: the service, a second instance, its tests. */
export const serviceLimits: Limits = { memory: 768 * MiB, processes: 256, cpuPercent: 100 };

/** For the kit's own part beside it: the checker, and the database server. */
export const graderLimits: Limits = { memory: 1536 * MiB, processes: 512, cpuPercent: 200 };

export const processLimits: ProcessLimits = {
  cpuSeconds: 300,
  fileSize: 64 * MiB,
  openFiles: 1024,
  temporary: 64 * MiB,
  output: 8 * MiB,
};
