export { printStreamTable } from './print-stream-table.js';
