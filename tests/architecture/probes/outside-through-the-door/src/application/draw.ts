export type { Inside } from '../domain/stream/inside.js';
