import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unreadable } from './read-source.js';
import { UsageFault } from './terminal.js';

/**
 * Puts a new text in the place of the one that was read: whole or not at all (a new file beside the old one takes its
 * name), in the same encoding and with the same rights. An UsageFault where the file has changed since it was read, is
 * write-protected, or cannot be written.
 */
export async function rewriteFile(path: string, before: string, after: string): Promise<void> {
  try {
    const target = await realpath(path);
    await access(target, constants.W_OK);
    const present = await readFile(target);
    const encode = encoderOf(present);
    if (!present.equals(encode(before))) {
      throw new UsageFault(`${path}: the file changed while it was worked on; it is left as it is now.`);
    }
    await replace(target, encode(after));
  } catch (error) {
    throw error instanceof UsageFault ? error : new UsageFault(`${path}: ${unreadable(error)}`);
  }
}

/** By the mark at the beginning of the file, which is part of the text. */
function encoderOf(bytes: Buffer): (text: string) => Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return (text) => Buffer.from(text, 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return (text) => Buffer.from(text, 'utf16le').swap16();
  return (text) => Buffer.from(text, 'utf8');
}

async function replace(target: string, bytes: Buffer): Promise<void> {
  const { mode } = await stat(target);
  const fresh = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(fresh, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
