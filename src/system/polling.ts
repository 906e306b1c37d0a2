import { statfsSync } from 'node:fs';

/** Kinds of file systems that tell nobody of changes (linux/magic.h, and the man page statfs(2)). */
const silentKinds = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x65735546, // FUSE: sshfs, and shares of virtual machines
  0x01021997, // 9p: the drives of Windows in WSL
  0x786f4256, // VirtualBox
]);

/** Whether the files of a folder have to be looked at again and again to see changes. */
export function mustPoll(folder: string): boolean {
  return process.platform === 'linux' && silentKinds.has(statfsSync(folder).type >>> 0);
}
