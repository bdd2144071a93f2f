export { printRaciReport } from './print-raci-report.js';
