import type { RaciReport } from '../../domain/index.js';

export const REPORT_FORMATS = ['MARKDOWN', 'CSV', 'HTML', 'JSON'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report as it leaves the house. */
export interface PrintedReport {
  readonly format: ReportFormat;
  readonly filename: string;
  readonly mediaType: string;
  readonly content: string;
}

/** Prints a report in one of the formats; the same report gives the same bytes. */
export type PrintReport = (report: RaciReport, format: ReportFormat) => PrintedReport;
