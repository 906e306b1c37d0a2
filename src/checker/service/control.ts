import type { RunResult } from '../../system/process.ts';
import type { ServiceDatabase } from '../database/service-database.ts';
import type { CopyCommand } from './commands.ts';
import type { ProjectCopy } from './project-copy.ts';
import type { Service, Start } from './service.ts';

/** Settings of one process; undefined removes one that would be set. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** A further process of the service. */
export interface Launched {
  readonly service: Service;
  readonly start: Start;
  /** Settings that lead to its data; empty where it has none that last. */
  readonly data: Settings;
  /** Its database; null before the stage that brings a database server. */
  readonly database: ServiceDatabase | null;
}

/** A database on which no migration has run. */
export interface EmptyDatabase {
  /** They lead to it. */
  readonly settings: Settings;
  /** Null before the stage that brings a database server. */
  readonly database: ServiceDatabase | null;
}

/** What a check may do with processes of the service that the checker has started. */
export interface ServiceControl {
  /** The process that answers the check's requests. */
  readonly main: Service;
  /** Settings that lead to the data of the main process; empty where it has none that last. */
  readonly data: Settings;
  /** Database of the main process; null before the stage that brings a database server. */
  readonly database: ServiceDatabase | null;
  /**
   * Starts one more process on empty data of its own, with these settings over the usual ones; it
   * ends with the check.
   * @param withinMs how long to wait for it to answer or to end
   */
  launch(settings: Settings, withinMs?: number): Promise<Launched>;
  /** The same, on the data of the main process. */
  launchBeside(settings: Settings, withinMs?: number): Promise<Launched>;
  /** A database of its own, which is gone with the check. */
  unmigrated(): Promise<EmptyDatabase>;
  /** Runs the migrate command on the data that the settings name; null where there is none. */
  migrate(settings: Settings): Promise<RunResult | null>;
  /** Runs the project's own tests. Only for checks that need `tests`. */
  test(settings: Settings): Promise<RunResult>;
  /**
   * Runs the backup or the restore command, with the file of the copy as its last word.
   * @throws NotRunnable where the service has none that is known
   */
  run(command: CopyCommand, settings: Settings, file: string): Promise<RunResult>;
  /** A copy of the project that may be changed; gone with the check. Needs `project` too. */
  copyProject(): Promise<ProjectCopy>;
  /** An empty folder for files of the check; gone with it. */
  scratch(): Promise<string>;
  /** Ends the process by a signal and starts it again on the same data and port. */
  restart(signal: NodeJS.Signals): Promise<void>;
  /** A port that somebody else listens on, until the check ends. */
  occupiedPort(): Promise<number>;
}
