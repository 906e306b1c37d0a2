/** An empty or a migrated database that nobody else uses. */
export interface BroughtDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Where the databases of a run come from. */
export interface DatabaseServer {
  /**
   * Why it is no server with processes, locks and several connections at once, and what gets one:
   * its embedded stand-in proves nothing about them. Null where it is one.
   */
  readonly whyNoServer: string | null;
  /** A database without a table. */
  empty(): Promise<BroughtDatabase>;
  /** A database that the project's migrations have been run on. */
  migrated(): Promise<BroughtDatabase>;
  /** Forgets what was migrated: the migrations may have changed. */
  prepareAnew(): void;
  /** Gives back whatever was brought. */
  stop(): Promise<void>;
}

/** Brings the database at an address up to date. */
export type Migrate = (url: string) => Promise<void>;

/** What gets a machine a server of its own, as a command or the place to get one. */
export function serverAdvice(platform: NodeJS.Platform): string {
  const install =
    platform === 'darwin'
      ? 'brew install postgresql@17'
      : platform === 'win32'
        ? 'winget install PostgreSQL.PostgreSQL.17'
        : 'sudo apt-get install postgresql';
  return `${install}, or name a server by DATABASE_URL`;
}
