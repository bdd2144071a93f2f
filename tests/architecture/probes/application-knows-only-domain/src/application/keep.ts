export type { Row } from '../adapters/persistence/row.js';
