export type * from './paced-line.js';
export type * from './paced-stream.js';
export { balanceLine } from './balance-line.js';
export { paceRoles } from './pace-roles.js';
