export * from './staff-member.js';
export * from './staffing-assessment.js';
export type * from './people-table.js';
export { assessStaffing, withStaff } from './assess-staffing.js';
export * from './fte/index.js';
