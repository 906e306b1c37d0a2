import { pipeline } from 'node:stream/promises';
import { createWriteStream } from 'node:fs';
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import { Unusable, type Intake } from './intake.ts';

/** The kind of a file in the mode that Unix programs write into a zip. */
const KIND = 0o170000;
const PLAIN = 0o100000;
const LINK = 0o120000;

/** How much smaller than its content a file in a zip can honestly be. */
const MAX_RATIO = 1_000;
const SMALL = 1_000_000;

/**
 * Takes in what is in a zip file, entry by entry.
 * @throws Unusable when it is none, is encrypted, or unpacks to too much
 */
export async function readZip(file: string, intake: Intake): Promise<void> {
  // One bad name would refuse the whole file, were they decoded by the library.
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  const zip = await openPromise(file, options).catch(unreadable);
  try {
    for await (const entry of zip.eachEntry()) await readEntry(zip, entry, intake);
  } catch (error) {
    throw error instanceof Unusable ? error : unreadable(error);
  } finally {
    zip.close();
  }
}

async function readEntry(zip: ZipFile, entry: Entry, intake: Intake): Promise<void> {
  const { uncompressedSize: bytes, compressedSize } = entry;
  const path = nameOf(entry);
  if (path.endsWith('/')) return;
  const kind = (entry.externalFileAttributes >>> 16) & KIND;
  if (kind !== 0 && kind !== PLAIN) {
    return intake.leaveOut(path, kind === LINK ? 'it is a link' : 'it is no plain file');
  }
  if (entry.isEncrypted()) throw new Unusable('The zip file asks for a password.');
  if (bytes > SMALL && bytes / Math.max(compressedSize, 1) > MAX_RATIO) {
    throw new Unusable(`${path} in the zip file is packed so tightly that it must be a trap.`);
  }
  const place = intake.placeFor(path, bytes);
  if (place === null) return;
  const content = await zip.openReadStreamPromise(entry);
  await pipeline(content, createWriteStream(place, { mode: 0o644 }));
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

function unreadable(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new Unusable(`The zip file cannot be read: ${reason}.`, { cause });
}
