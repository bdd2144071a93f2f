import type { PrintedReport, ReportFormat } from '../../application/index.js';
import type { WalkSheet } from '../../domain/index.js';
import { printWalkSheetCsv } from './print-walk-sheet-csv.js';
import { printWalkSheetHtml } from './print-walk-sheet-html.js';
import { printWalkSheetMarkdown } from './print-walk-sheet-markdown.js';

interface WalkSheetPrinter {
  readonly extension: string;
  readonly mediaType: string;
  readonly print: (sheet: WalkSheet) => string;
}

const PRINTERS: Readonly<Record<ReportFormat, WalkSheetPrinter>> = {
  MARKDOWN: { extension: 'md', mediaType: 'text/markdown; charset=utf-8', print: printWalkSheetMarkdown },
  CSV: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', print: printWalkSheetCsv },
  HTML: { extension: 'html', mediaType: 'text/html; charset=utf-8', print: printWalkSheetHtml },
  JSON: {
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    print: (sheet) => `${JSON.stringify(sheet, null, 2)}\n`,
  },
};

/** Prints a walk sheet; the same sheet gives the same bytes. The file is named after the stream and its revision. */
export function printWalkSheet(sheet: WalkSheet, format: ReportFormat): PrintedReport {
  const { extension, mediaType, print } = PRINTERS[format];
  const stream = sheet.stream.key.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-') || 'stream';
  const revision = sheet.revision === null ? '' : `-r${sheet.revision}`;
  return { format, filename: `walk-${stream}${revision}.${extension}`, mediaType, content: print(sheet) };
}
