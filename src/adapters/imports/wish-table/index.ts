export { readWishTable } from './read-wish-table.js';
