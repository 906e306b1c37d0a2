import { repositoryName } from './student-work.ts';

const MAX_LENGTH = 64;

/** Reason why nobody can be known by this identifier, or null: it names folders and repositories. */
export function refuseIdentifier(identifier: string): string | null {
  if (identifier === '') return 'is empty';
  if (identifier.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`;
  if (/[\p{Cc}\p{Cf}\p{Z}]/u.test(identifier)) return 'has spaces or invisible characters';
  const name = repositoryName(identifier);
  if (!/^[A-Za-z0-9_]/.test(name)) return 'must begin with a letter or a digit';
  if (!/[A-Za-z0-9]/.test(name)) return 'has neither letters nor digits of the Latin alphabet';
  if (/\.(?:git|lock)?$/i.test(name)) return 'must not end in ".", ".git" or ".lock"';
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)) return 'is a device on Windows';
  return null;
}
