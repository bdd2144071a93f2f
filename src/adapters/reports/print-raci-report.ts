import type { PrintedReport, ReportFormat, ReportPicture } from '../../application/index.js';
import type { RaciReport } from '../../domain/index.js';
import { printCsv } from './print-csv.js';
import { printHtml } from './print-html.js';
import { printJson } from './print-json.js';
import { printMarkdown } from './print-markdown.js';

/** One way of printing a report. */
export interface ReportPrinter {
  readonly extension: string;
  readonly mediaType: string;
  readonly print: (report: RaciReport, pictures: readonly ReportPicture[]) => string;
}

/** Every format with its printer. */
export const REPORT_PRINTERS: Readonly<Record<ReportFormat, ReportPrinter>> = {
  MARKDOWN: { extension: 'md', mediaType: 'text/markdown; charset=utf-8', print: printMarkdown },
  CSV: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', print: printCsv },
  HTML: { extension: 'html', mediaType: 'text/html; charset=utf-8', print: printHtml },
  JSON: { extension: 'json', mediaType: 'application/json; charset=utf-8', print: printJson },
};

/** Prints a report; the same report gives the same bytes. The file is named after the stream and its revision. */
export function printRaciReport(
  report: RaciReport,
  format: ReportFormat,
  pictures: readonly ReportPicture[] = [],
): PrintedReport {
  const { extension, mediaType, print } = REPORT_PRINTERS[format];
  const stream = report.stream.key.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-') || 'stream';
  const revision = report.revision === null ? '' : `-r${report.revision}`;
  return {
    format,
    filename: `raci-${stream}${revision}.${extension}`,
    mediaType,
    content: print(report, pictures),
  };
}
