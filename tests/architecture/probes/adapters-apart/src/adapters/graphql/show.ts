export type { Row } from '../persistence/row.js';
