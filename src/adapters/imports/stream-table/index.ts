export { looksLikeStreamTable } from './looks-like-stream-table.js';
export { readStreamTable } from './read-stream-table.js';
export { TABLE_PROBLEMS } from './table-problems.js';
