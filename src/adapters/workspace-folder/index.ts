export { readFolder } from './read-folder.js';
export { writeFolder, type FolderCount } from './write-folder.js';
