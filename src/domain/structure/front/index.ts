export type * from './structure-alternative.js';
export type * from './changed-roles.js';
export { alternativeBy, structureFront } from './structure-front.js';
