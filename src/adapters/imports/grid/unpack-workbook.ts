import { crc32, inflateRawSync } from 'node:zlib';

/** One part of a zip file, unpacked. */
export interface WorkbookPart {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What may be unpacked of one file. */
export interface UnpackLimits {
  readonly bytes: number;
  readonly entries: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
/** What inflating says where there is more than it may give. */
const TOO_MUCH = 'ERR_BUFFER_TOO_LARGE';
const VERSION = 20;

/**
 * Every part that the list of contents of a zip file names, unpacked to no more than the limits whatever the file says of
 * its sizes; DAMAGED where it is no whole zip file, TOO_LARGE where there is more.
 */
export function unpackWorkbook(
  bytes: Uint8Array,
  limits: UnpackLimits,
): readonly WorkbookPart[] | 'DAMAGED' | 'TOO_LARGE' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return 'DAMAGED';
  const entries = view.getUint16(end + 10, true);
  if (entries > limits.entries) return 'TOO_LARGE';
  const parts: WorkbookPart[] = [];
  let left = limits.bytes;
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < entries; nth += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'DAMAGED';
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const content = contentOf(bytes, view, at, left);
    if (typeof content === 'string') return content;
    left -= content.length;
    parts.push({ name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)), content });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 65_535; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return null;
}

function contentOf(
  bytes: Uint8Array,
  view: DataView,
  entry: number,
  most: number,
): Uint8Array | 'DAMAGED' | 'TOO_LARGE' {
  const packedSize = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  if (local + 30 > bytes.length) return 'DAMAGED';
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(from, from + packedSize);
  if (view.getUint16(entry + 10, true) === STORED) return packed.length > most ? 'TOO_LARGE' : packed;
  if (packed.length === 0) return packed;
  try {
    return most > 0 ? inflateRawSync(packed, { maxOutputLength: most }) : 'TOO_LARGE';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === TOO_MUCH ? 'TOO_LARGE' : 'DAMAGED';
  }
}

/** A zip file of these parts and nothing else, each as it is: whoever reads it finds what was looked at before. */
export function packAsTheyAre(parts: readonly WorkbookPart[]): Buffer {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content } of parts) {
    const called = Buffer.from(name, 'utf8');
    const crc = crc32(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL_ENTRY, 0);
    local.writeUInt16LE(VERSION, 4);
    writeSizes(local, 14, crc, content.length, called.length);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(DIRECTORY_ENTRY, 0);
    entry.writeUInt16LE(VERSION, 4);
    entry.writeUInt16LE(VERSION, 6);
    writeSizes(entry, 16, crc, content.length, called.length);
    entry.writeUInt32LE(at, 42);
    locals.push(local, called, content);
    directory.push(entry, called);
    at += local.length + called.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

function writeSizes(header: Buffer, from: number, crc: number, size: number, name: number): void {
  header.writeUInt32LE(crc, from);
  header.writeUInt32LE(size, from + 4);
  header.writeUInt32LE(size, from + 8);
  header.writeUInt16LE(name, from + 12);
}
