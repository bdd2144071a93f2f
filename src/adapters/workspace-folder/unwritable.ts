import { Fault } from '../../application/index.js';
import { systemError } from './system-error.js';

/** What puts it right, by what the system says. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'whoever runs this may not write there. Give them the right to, or name a place of theirs',
  EPERM: 'whoever runs this may not write there. Give them the right to, or name a place of theirs',
  EROFS: 'nothing can be written on that file system. Name a place on another one',
  ENOSPC: 'the disk is full. Make room on it, or name a place on another one',
  ENOTDIR: 'a part of its path is a file and no folder. Name a place within a folder',
  EEXIST: 'a part of its path is a file and no folder. Name a place within a folder',
  ENAMETOOLONG: 'the name is too long for the file system. Name a shorter one',
};

/** What the file system says against writing there, as a Fault UNAVAILABLE of one line; everything else as it is. */
export function unwritable(error: unknown, place: string): unknown {
  const { code, message } = systemError(error);
  if (code === null) return error;
  return new Fault('UNAVAILABLE', `${place} cannot be written: ${REMEDIES[code] ?? message}.`, {
    cause: error,
  });
}
