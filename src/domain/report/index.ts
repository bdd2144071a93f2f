export * from './raci-report.js';
export type {
  LoggedMove,
  LoggedRefusal,
  LoggedStaffingRefusal,
  ReportedPlan,
  ReportGround,
} from './report-ground.js';
export { forceMeasures, tellSeam, type ForceMeasure } from './forces.js';
export type { ReportFilling } from './report-staffing.js';
export { MOST_REFUSED, writeRaciReport } from './write-raci-report.js';
export { describeWays, type WaysInWords } from './describe-ways.js';
export type * from './cards/role-cards.js';
export type { RoleHandOff } from './cards/role-hand-offs.js';
export { writeRoleCards } from './cards/write-role-cards.js';
export type * from './cards/team-charters.js';
export { writeTeamCharters } from './cards/write-team-charters.js';
export type * from './justification-report.js';
export { writeJustificationReport } from './write-justification-report.js';
export type * from './difference/plan-difference.js';
export { comparePlans, type DifferenceGround } from './difference/compare-plans.js';
export { orgChartOf, type OrgRole, type OrgTeam, type OrgChart } from './org-chart.js';
export type { StructuredPlan, StructureHead, StructureReportGround } from './structured-plan.js';
export type * from './audit/audit-report.js';
export { writeAuditReport, writeSchemeReport, type AuditGround } from './audit/write-audit-report.js';
export * from './audit/audit-words.js';
