import { readFile, stat } from 'node:fs/promises';
import { UsageFault, type Terminal } from './terminal.js';

const LARGEST = 64 * 1024 * 1024;

/** A text and the name by which people know it. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** The text of a file, or of standard input where the path is `-`; one clear line in an UsageFault where it is no text. */
export async function readSource(path: string, terminal: Terminal): Promise<Source> {
  if (path === '-') return { name: '<stdin>', text: asText('<stdin>', await terminal.readStandardInput()) };
  return { name: path, text: asText(path, await bytesOf(path)) };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw new UsageFault(`${path}: larger than 64 MB, which is no napkin.`);
    return await readFile(path);
  } catch (error) {
    throw error instanceof UsageFault ? error : new UsageFault(`${path}: ${unreadable(error)}`);
  }
}

/** Why the file system said no, in words. */
export function unreadable(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder.',
    EISDIR: 'this is a folder; a file was expected.',
    EACCES: 'permission denied.',
    EPERM: 'permission denied.',
    ENOTDIR: 'part of this path is a file, not a folder.',
    ENAMETOOLONG: 'this name is too long for the file system.',
    ENOSPC: 'the disk is full.',
    EROFS: 'this file system cannot be written to.',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

function asText(name: string, bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  if (encoding === 'utf-8' && bytes.includes(0)) {
    throw new UsageFault(
      `${name}: this is not text (a zero byte at offset ${bytes.indexOf(0)}); a napkin is a plain-text file.`,
    );
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageFault(
      `${name}: this is not ${encoding.toUpperCase()} text; save it as UTF-8 and try again.`,
    );
  }
}
