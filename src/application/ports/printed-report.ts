import type { RaciReport, StreamComparison, WalkSheet } from '../../domain/index.js';

export const REPORT_FORMATS = ['MARKDOWN', 'CSV', 'HTML', 'JSON'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report as it leaves the house. */
export interface PrintedReport {
  readonly format: ReportFormat;
  readonly filename: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A picture that a report shows: its sheets as SVG that was drawn here, to be set into a page as it is. */
export interface ReportPicture {
  readonly title: string;
  readonly sheets: readonly string[];
}

/** Prints a report in one of the formats, with these pictures where the format shows any; the same report gives the same bytes. */
export type PrintReport = (
  report: RaciReport,
  format: ReportFormat,
  pictures?: readonly ReportPicture[],
) => PrintedReport;

/** Prints a walk sheet in one of the formats; the same sheet gives the same bytes. */
export type PrintWalkSheet = (sheet: WalkSheet, format: ReportFormat) => PrintedReport;

/** The formats of a comparison of two streams. */
export type ComparisonFormat = Exclude<ReportFormat, 'CSV'>;

/** Prints two streams side by side; the same comparison gives the same bytes. */
export type PrintComparison = (comparison: StreamComparison, format: ComparisonFormat) => PrintedReport;
