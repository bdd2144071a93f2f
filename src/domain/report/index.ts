export * from './raci-report.js';
export type { LoggedRefusal, ReportedPlan, ReportGround } from './report-ground.js';
export { writeRaciReport } from './write-raci-report.js';
