import type { Service, Start } from './service.ts';

/** Settings of one process; undefined removes one that would be set. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** What a check may do with processes of the service that the checker has started. */
export interface ServiceControl {
  /** The process that answers the check's requests. */
  readonly main: Service;
  /**
   * Starts one more process, with these settings over the usual ones; it ends with the check.
   * @param withinMs how long to wait for it to answer or to end
   */
  launch(settings: Settings, withinMs?: number): Promise<{ service: Service; start: Start }>;
  /** Ends the process by a signal and starts it again on the same data and port. */
  restart(signal: NodeJS.Signals): Promise<void>;
  /** A port that somebody else listens on, until the check ends. */
  occupiedPort(): Promise<number>;
}
