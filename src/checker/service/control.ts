import type { Credentials } from '../api.ts';
import type { Service, Start } from './service.ts';

/** Settings of one process; undefined removes one that would be set. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** A process that was started, and how that went. */
export interface Launched {
  readonly service: Service;
  readonly start: Start;
  /** Gets what lets us into it. */
  readonly identify: () => Promise<Credentials>;
}

/** What a check may do with processes of the service that the checker has started. */
export interface ServiceControl {
  /** The process that answers the check's requests. */
  readonly main: Service;
  /** What it was started with, besides HOST and PORT. */
  readonly settings: Settings;
  /**
   * Starts one more process on data of its own, with these settings over the usual ones; it ends
   * with the check.
   * @param withinMs how long to wait for it to answer or to end
   */
  launch(settings: Settings, withinMs?: number): Promise<Launched>;
  /** Ends the process by a signal and starts it again on the same data and port. */
  restart(signal: NodeJS.Signals, meanwhile?: () => Promise<void>): Promise<void>;
  /** Runs a command of the project on the same data; fails where the command does. */
  command(name: string, ...words: readonly string[]): Promise<void>;
  /** A port that somebody else listens on, until the check ends. */
  occupiedPort(): Promise<number>;
}
