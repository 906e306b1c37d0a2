import type { SandboxLog } from './sandbox-log.ts';

/** How Node and Python name a path that they may not use, or that is not there. */
const refused =
  /\b(EROFS|EACCES|EPERM|Read-only file system|Permission denied)\b[^\n]*?['"](\/[^'"\n]+)['"]/;
const absent = /\b(?:ENOENT|No such file or directory)\b[^\n]*?['"](\/[^'"\n]+)['"]/;

/**
 * Notes what a program says itself of files that it was kept from.
 * @param own folders in which it may look for whatever it likes
 */
export function noteRefusals(text: string, own: readonly string[], log: SandboxLog): void {
  const [, why, path] = refused.exec(text) ?? [];
  if (path !== undefined) {
    log.note('files', `it tried to use ${path}, which is not its to use (${why})`);
  }
  const missing = absent.exec(text)?.[1];
  if (missing !== undefined && !own.some((folder) => missing.startsWith(`${folder}/`))) {
    log.note('files', `it looked for ${missing}, outside of its project`);
  }
}
