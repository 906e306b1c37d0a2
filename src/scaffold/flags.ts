/** What was said on the command line; undefined where nothing was. */
export interface CreateFlags {
  readonly directory?: string;
  readonly name?: string;
  readonly stack?: string;
  readonly stage?: string;
  /** A preset, or the path of a JSON Schema or of another project's state file. */
  readonly resource?: string;
  readonly pm?: string;
  /** True nests a repository on purpose; false makes none. */
  readonly git?: boolean;
  readonly install?: boolean;
  readonly test?: boolean;
  /** Leaves the lessons of the stage open. */
  readonly learn?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly mergeInto?: string;
}
