export { printComparison } from './print-comparison.js';
export { printRaciReport } from './print-raci-report.js';
export { printReportFile } from './print-report-file.js';
export { printWalkSheet } from './print-walk-sheet.js';
export { printStreamTable } from './stream-table/index.js';
