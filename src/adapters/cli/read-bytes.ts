import { readFile } from 'node:fs/promises';
import { unreadable } from './read-source.js';
import { UsageFault, type Terminal } from './terminal.js';

/** The bytes of a file, or of standard input where the path is `-`; one clear line in an UsageFault where it cannot be read. */
export async function readBytes(
  path: string,
  terminal: Terminal,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  if (path === '-') return { name: '<stdin>', bytes: await terminal.readStandardInput() };
  try {
    return { name: path, bytes: await readFile(path) };
  } catch (error) {
    throw new UsageFault(`${path}: ${unreadable(error)}`);
  }
}
