import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Fault } from '../../application/index.js';

/** A line is a hash, with how often it was seen behind a colon or without that. */
const LINE = /^([0-9A-F]{40})(?::\d+)?$/;
const LONGEST_LINE = 64;

/**
 * Looks passwords up in a list of those that became known elsewhere: a file with the SHA-1 of each on a line of its own, in
 * the order of the hashes, as Have I Been Pwned gives it out. The file may be as large as it likes; some thirty small pieces
 * of it are read for each password, and nothing of one leaves the machine. A Fault UNAVAILABLE where it is no such file.
 */
export function knownPasswords(file: string): (password: string) => Promise<boolean> {
  return async (password) => {
    // The lists are made by SHA-1; it finds a line here, and keeps no secret.
    const wanted = createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase();
    const list = await open(file, 'r').catch((cause: unknown) => {
      throw new Fault('UNAVAILABLE', `The list of known passwords ${file} cannot be read.`, { cause });
    });
    try {
      return await holds(list, wanted, file);
    } finally {
      await list.close();
    }
  };
}

/** Halves the file until the line that begins at or behind the middle is found, or there is none between. */
async function holds(list: FileHandle, wanted: string, file: string): Promise<boolean> {
  let [from, to] = [0, (await list.stat()).size];
  if (to === 0) throw new Fault('UNAVAILABLE', `The list of known passwords ${file} is empty.`);
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const line = await lineFrom(list, middle);
    if (line === null) to = middle;
    else {
      const [, hash] = LINE.exec(line.text) ?? [];
      if (hash === undefined)
        throw new Fault(
          'UNAVAILABLE',
          `The list of known passwords ${file} has another line than SHA-1:COUNT near byte ${line.at}; a list of SHA-1 in capital letters, ordered by hash, was expected.`,
        );
      if (hash === wanted) return true;
      if (hash < wanted) from = line.at + line.length;
      else to = middle;
    }
  }
  return false;
}

/** The first whole line that begins at a place or behind it; null where none does. */
async function lineFrom(list: FileHandle, place: number) {
  const start = Math.max(0, place - 1);
  const { buffer, bytesRead } = await list.read(Buffer.alloc(3 * LONGEST_LINE), 0, 3 * LONGEST_LINE, start);
  const text = buffer.toString('latin1', 0, bytesRead);
  const begins = place === 0 ? 0 : text.indexOf('\n') + 1;
  if (begins === 0 && place !== 0) return null;
  const end = text.indexOf('\n', begins);
  const raw = text.slice(begins, end < 0 ? undefined : end);
  if (raw === '') return null;
  return { at: start + begins, length: raw.length + 1, text: raw.replace(/\r$/, '') };
}
