import type { RaciReport } from '../../domain/index.js';

/** The report as indented JSON, its fields in a fixed order; text is as it was written. */
export function printJson(report: RaciReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
