/** Folders and files that a project makes anew, or that file managers leave: nothing is said of them. */
const passedOver = new Set([
  'node_modules',
  '.venv',
  '__pycache__',
  '__MACOSX',
  '.DS_Store',
  'Thumbs.db',
]);
/** What git reads of a repository and might run: the copy that is graded has its own, or none. */
const gitsOwn =
  /^\.git\/(?:config|hooks|commondir|worktrees|modules|objects\/info\/alternates)(?:\/|$)/;

const MAX_DEPTH = 30;
const MAX_NAME_BYTES = 255;
const MAX_PATH = 500;

/** Whether a file is no part of what was handed in, however it came there. */
export function isPassedOver(path: string): boolean {
  return gitsOwn.test(path) || path.split('/').some((name) => passedOver.has(name));
}

/** Why a path cannot be one of a submission's files; null where it can. It has slashes on every system. */
export function objectionTo(path: string): string | null {
  const names = path.split('/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'its path begins at the top of a disk';
  if (names.includes('..')) return 'its path leads out of the submission';
  if (path.includes('\\')) return 'its path has a backslash';
  if (names.some((name) => name === '' || name === '.')) return 'its path has an empty part';
  if (/\p{Cc}/u.test(path)) return 'its name has a control character';
  if (names.length > MAX_DEPTH || path.length > MAX_PATH) return 'it lies too deep';
  if (names.some((name) => Buffer.byteLength(name) > MAX_NAME_BYTES)) return 'its name is too long';
  if (path === '.git') return 'it points to a repository somewhere else';
  return null;
}

/** Equal for two paths that are one and the same on some file systems. */
export function sameness(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
