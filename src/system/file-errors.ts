import { UserError } from '../errors.ts';

const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space and run the command again.'],
  EDQUOT: ['your disk quota is used up', 'Free some space and run the command again.'],
  EFBIG: ['the file size limit was reached', 'Raise the limit (ulimit -f) and run it again.'],
  EACCES: ['you may not write there', 'Choose a folder that is yours.'],
  EPERM: ['you may not write there', 'Choose a folder that is yours.'],
  EROFS: ['the file system is read-only', 'Choose a folder that can be written.'],
  ENAMETOOLONG: ['the path is too long', 'Choose a shorter name or another folder.'],
  ENOTDIR: ['a file is in the place of a folder', 'Choose another name.'],
  EEXIST: ['something of that name has appeared meanwhile', 'Choose another name.'],
  ENOTEMPTY: ['something of that name has appeared meanwhile', 'Choose another name.'],
  EISDIR: ['a folder is in the place of a file', 'Choose another folder.'],
  ENOENT: ['a folder on the way has disappeared', 'Check the path.'],
  ELOOP: ['too many symbolic links lead there', 'Choose another folder.'],
  EMFILE: ['too many files are open', 'Close some programs and run the command again.'],
};

/** Whether nothing is at the path that was read. */
export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** A file system's refusal as a sentence; whatever else it is comes back as it was. */
export function explainFileError(error: unknown, what: string): unknown {
  const known = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  if (known === undefined) return error;
  const [reason, hint] = known;
  return new UserError(`${what}: ${reason}.`, hint, { cause: error });
}
