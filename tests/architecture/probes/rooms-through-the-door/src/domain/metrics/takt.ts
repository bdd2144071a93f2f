export type { Inside } from '../stream/inside.js';
