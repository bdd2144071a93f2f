export { readRaciTable } from './read-raci-table.js';
