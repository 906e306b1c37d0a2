/** The committed file by which the kit knows a project as its own. */
export const STATE_FILE = 'create-backend.json';

/** Version of the state file's shape; raised when an older kit could no longer read it. */
export const STATE_SCHEMA_VERSION = 1;

/** What the kit knows of a project. */
export interface ProjectState {
  /** Version of the kit that made or last moved the project. */
  readonly version: string;
  readonly name: string;
  readonly stack: string;
  readonly stage: string;
  readonly packageManager: string;
  /** Lessons whose exercises are left open; empty for a finished project. */
  readonly open: readonly string[];
  /** JSON Schema of the resource, as it was given. */
  readonly resource: object;
}

/** The text of a state file. */
export function renderStateFile(state: ProjectState): string {
  const { version, name, stack, stage, packageManager, open, resource } = state;
  const mode = open.length === 0 ? 'finished' : 'exercise';
  const json = { schema: STATE_SCHEMA_VERSION, kit: version, name, stack, stage, mode };
  return `${JSON.stringify({ ...json, packageManager, open, resource }, null, 2)}\n`;
}
