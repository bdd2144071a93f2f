import { FILE_TYPES, type FileFormat, type ReportFile, type WrittenReport } from '../../application/index.js';
import type { Layout } from './documents/document.js';
import { documentHtml } from './documents/document-html.js';
import { documentMarkdown } from './documents/document-markdown.js';
import { layAudit } from './documents/lay-audit.js';
import { layDifference } from './documents/lay-difference.js';
import { layJustifications } from './documents/lay-justifications.js';
import { layRaciPage } from './documents/lay-raci.js';
import { layRoleCards } from './documents/lay-role-cards.js';
import { layTeamCharters } from './documents/lay-team-charters.js';
import { raciSheets } from './documents/raci-sheets.js';
import { sheetsCsv } from './documents/sheets-csv.js';
import { printRaciReport } from './print-raci-report.js';

type StructureReport = Exclude<WrittenReport, { readonly kind: 'RACI' }>;
type RaciFile = Extract<WrittenReport, { readonly kind: 'RACI' }>;

/** A matrix of more roles than these lies on paper that is wider than high. */
const MOST_UPRIGHT = 7;

const STEMS: Readonly<Record<WrittenReport['kind'], string>> = {
  RACI: 'raci',
  ROLE_CARDS: 'role-cards',
  TEAM_CHARTERS: 'team-charters',
  JUSTIFICATIONS: 'justifications',
  DIFFERENCE: 'difference',
  AUDIT: 'audit',
};

/** Prints a report of any kind in any format; the same report gives the same bytes. The file is named after its kind, the stream and the revision. */
export async function printReportFile(written: WrittenReport, format: FileFormat): Promise<ReportFile> {
  const { stream, revision } = written.kind === 'RACI' ? written.report : written;
  const { extension, mediaType } = FILE_TYPES[format];
  const key = stream ? `-${stream.key.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-') || 'stream'}` : '';
  const of = `${STEMS[written.kind]}${key}${revision === null ? '' : `-r${revision}`}`;
  const content =
    written.kind === 'RACI' ? await raciContent(written, format) : await contentOf(written, format);
  return { kind: written.kind, format, filename: `${of}.${extension}`, mediaType, content };
}

async function raciContent(written: RaciFile, format: FileFormat): Promise<string | Uint8Array> {
  const { report, pictures, justifications } = written;
  switch (format) {
    case 'XLSX':
      return workbookOf({ sheets: raciSheets(report, justifications) });
    case 'PDF': {
      const { documentPdf } = await import('./pdf/document-pdf.js');
      const { onePagePdf } = await import('./pdf/one-page-pdf.js');
      const page = layRaciPage(report);
      const whole = await onePagePdf(page, report.date);
      if (whole) return whole;
      return documentPdf(page, {
        date: report.date,
        landscape: report.matrix.roles.length > MOST_UPRIGHT,
        pictures,
      });
    }
    default:
      return printRaciReport(report, format, pictures).content;
  }
}

async function contentOf(report: StructureReport, format: FileFormat): Promise<string | Uint8Array> {
  if (format === 'JSON') return `${JSON.stringify(report, null, 2)}\n`;
  const layout = layoutOf(report);
  switch (format) {
    case 'MARKDOWN':
      return documentMarkdown(layout.document);
    case 'HTML':
      return documentHtml(layout.document);
    case 'CSV':
      return sheetsCsv(layout.list ? [layout.list] : layout.sheets);
    case 'XLSX':
      return workbookOf(layout);
    case 'PDF': {
      const { documentPdf } = await import('./pdf/document-pdf.js');
      const landscape = report.kind === 'AUDIT';
      return documentPdf(layout.document, { date: report.date ?? '', landscape, pictures: [] });
    }
  }
}

function layoutOf(report: StructureReport): Layout {
  switch (report.kind) {
    case 'ROLE_CARDS':
      return layRoleCards(report);
    case 'TEAM_CHARTERS':
      return layTeamCharters(report);
    case 'JUSTIFICATIONS':
      return layJustifications(report);
    case 'DIFFERENCE':
      return layDifference(report);
    case 'AUDIT':
      return layAudit(report);
  }
}

/** What writes workbooks and PDF is loaded only where one is asked for. */
async function workbookOf({ sheets }: Pick<Layout, 'sheets'>): Promise<Uint8Array> {
  const { printWorkbook } = await import('./workbook/print-workbook.js');
  return printWorkbook(sheets);
}
