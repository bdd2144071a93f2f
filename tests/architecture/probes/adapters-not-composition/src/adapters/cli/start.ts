export type { Started } from '../../main.js';
