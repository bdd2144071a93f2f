export { systemError } from './system-error.js';
export { unwritable } from './unwritable.js';
export { readFolder } from './read-folder.js';
export { writeFolder, type FolderCount } from './write-folder.js';
