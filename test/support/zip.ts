import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip file, sound or not. */
export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** As Unix has it, kind included; a plain file where nothing is said. */
  readonly mode?: number;
  /** What the file says is its size; the true one where nothing is said. */
  readonly claimedSize?: number;
}

const FLAG_UTF8 = 0x0800;
const DEFLATE = 8;
const MADE_BY_UNIX = 3 << 8;

/** The bytes of a zip file with these entries, whatever they are called. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', mode = 0o100644, claimedSize } of entries) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(FLAG_UTF8, 2);
    common.writeUInt16LE(DEFLATE, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((mode << 16) >>> 0) as number, 6);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.alloc(2);
    version.writeUInt16LE(MADE_BY_UNIX | 20, 0);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), version, common, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}
