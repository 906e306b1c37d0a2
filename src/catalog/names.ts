import { reservedProjectNames, reservedWords, takenByTheContract } from './reserved-words.ts';

/** Longest name of a resource or a field. */
export const MAX_NAME_LENGTH = 24;
/** Longest project name: fits npm (214), file systems (255) and Java packages with room to spare. */
export const MAX_PROJECT_NAME_LENGTH = 100;

/** One project name in the spelling of each place where it appears. */
export interface ProjectName {
  /** Folder and npm package, e.g. `my-api`. */
  readonly npm: string;
  /** Python package, e.g. `my_api`. */
  readonly python: string;
  /** Last element of the Go module path, e.g. `my-api`. */
  readonly go: string;
  /** Last element of the Java package, e.g. `myapi`. */
  readonly java: string;
}

/** Reason why a project cannot have this name, or null. */
export function refuseProjectName(name: string): string | null {
  if (name === '') return 'it is empty';
  if (name.length > MAX_PROJECT_NAME_LENGTH) {
    return `it is longer than ${MAX_PROJECT_NAME_LENGTH} characters`;
  }
  if (!/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/.test(name)) {
    return 'it must be lower-case letters and digits in words joined by - or _, starting with a letter';
  }
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name)) return 'Windows reserves it for a device';
  const taken = reservedProjectNames.get(name);
  return taken === undefined ? null : `it is ${taken}`;
}

/** The spellings of a name that {@link refuseProjectName} accepts. */
export function spellProjectName(name: string): ProjectName {
  return {
    npm: name,
    python: name.replaceAll('-', '_'),
    go: name,
    java: name.replaceAll(/[-_]/g, ''),
  };
}

/** A valid name that is close to what was typed, or null where nothing is left of it. */
export function suggestProjectName(typed: string): string | null {
  const name = typed
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .slice(0, MAX_PROJECT_NAME_LENGTH)
    .replace(/-+$/, '');
  if (refuseProjectName(name) === null) return name;
  return refuseProjectName(`${name}-api`) === null ? `${name}-api` : null;
}

/** Reason why a resource or field cannot have this name, or null. */
export function refuseSchemaName(name: string, kind: 'resource' | 'field'): string | null {
  if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name)) {
    return 'must be snake_case: lower-case letters, digits and single underscores, starting with a letter';
  }
  if (name.length > MAX_NAME_LENGTH) return `is longer than ${MAX_NAME_LENGTH} characters`;
  const language = reservedWords.get(name);
  if (language !== undefined) return `is a reserved word of ${language}`;
  if (takenByTheContract[kind].has(name)) return 'is taken by the service itself';
  return null;
}

/** A noun behind its article, as its first sound asks for: `a task`, `an event`, `a unit`. */
export function withArticle(noun: string): string {
  return `${/^(?:[aeio]|u(?!ni|se)|hour)/.test(noun) ? 'an' : 'a'} ${noun}`;
}
