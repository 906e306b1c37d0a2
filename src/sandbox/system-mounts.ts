import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import type { Mount } from './bubblewrap.ts';

const folders = ['/bin', '/sbin', '/lib', '/lib32', '/lib64'];
/** What programs of Debian find other programs and libraries by. */
const findings = ['/etc/alternatives', '/etc/ld.so.cache'];

/** The system's programs and libraries, and nothing of this machine's settings. */
export function systemMounts(): readonly Mount[] {
  const seen = [...folders, ...findings].filter((path) => existsSync(path));
  return [{ kind: 'read', from: '/usr', to: '/usr' }, ...seen.map(asItIs)];
}

function asItIs(path: string): Mount {
  if (!lstatSync(path).isSymbolicLink()) return { kind: 'read', from: path, to: path };
  return { kind: 'link', target: readlinkSync(path), to: path };
}
