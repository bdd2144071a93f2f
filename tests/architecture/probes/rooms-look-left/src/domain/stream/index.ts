export type { Rank } from '../finding/index.js';
