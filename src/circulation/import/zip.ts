// Just enough of ZIP to read a workbook, and to refuse one that would not fit: what an archive claims of itself is
// checked before anything is unpacked, and unpacking ends where the claim ends.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
const mostEntries = 2_000;
/** As much as any file we read (RELIABILITY §7). */
const mostUnpacked = 200 * 1024 * 1024;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

export class ZipRefused extends Error {}

export interface Archive {
  readonly names: readonly string[];
  /** null when there is no such file; throws ZipRefused when it is larger than it may be, or broken */
  read(name: string): Promise<Buffer | null>;
}

const findEnd = (file: Buffer): number => {
  for (let at = file.length - endLength; at >= Math.max(0, file.length - endLength - longestComment); at -= 1)
    if (file.readUInt32LE(at) === endMark) return at;
  throw new ZipRefused('no directory');
};

const readEntries = (file: Buffer): ReadonlyMap<string, Entry> => {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > mostEntries) throw new ZipRefused('too many files');
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (file.readUInt32LE(at) !== entryMark) throw new ZipRefused('broken directory');
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, {
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
};

const unpack = async (file: Buffer, entry: Entry): Promise<Buffer> => {
  const from = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  const packed = file.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new ZipRefused('unknown method');
  // Whoever lies about the size is stopped at what was claimed.
  return inflate(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
};

/** Opens an archive; throws ZipRefused when it is none, or claims to hold more than we would read. */
export const openZip = (bytes: Uint8Array): Archive => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = refusing(() => readEntries(file));
  const total = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > mostUnpacked) throw new ZipRefused('too large');
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : unpack(file, entry).catch((error: unknown) => refuse(error));
    },
  };
};

const refuse = (error: unknown): never => {
  if (error instanceof ZipRefused) throw error;
  throw new ZipRefused(error instanceof Error ? error.message : 'broken');
};

const refusing = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    return refuse(error);
  }
};
