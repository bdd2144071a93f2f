import type {
  AuditReport,
  JustificationReport,
  OrgChart,
  PlanDifference,
  RaciReport,
  RoleCards,
  TeamCharters,
} from '../../domain/index.js';
import type { PictureLook } from './pictures.js';
import { REPORT_FORMATS, type ReportPicture } from './printed-report.js';

export const REPORT_KINDS = ['RACI', 'ROLE_CARDS', 'TEAM_CHARTERS', 'JUSTIFICATIONS', 'DIFFERENCE'] as const;
/** What a report about a stream tells: who does what, a card for each role, a charter for each team, why each assignment stands, what changed. */
export type ReportKind = (typeof REPORT_KINDS)[number];

export const FILE_FORMATS = [...REPORT_FORMATS, 'XLSX', 'PDF'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What the files of each format are called, and what they are served as. */
export const FILE_TYPES: Readonly<
  Record<FileFormat, { readonly extension: string; readonly mediaType: string }>
> = {
  MARKDOWN: { extension: 'md', mediaType: 'text/markdown; charset=utf-8' },
  CSV: { extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
  HTML: { extension: 'html', mediaType: 'text/html; charset=utf-8' },
  JSON: { extension: 'json', mediaType: 'application/json; charset=utf-8' },
  XLSX: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  PDF: { extension: 'pdf', mediaType: 'application/pdf' },
};

/** A report that is written and can be printed in every format. */
export type WrittenReport =
  | {
      readonly kind: 'RACI';
      readonly report: RaciReport;
      readonly pictures: readonly ReportPicture[];
      readonly justifications: JustificationReport;
    }
  | RoleCards
  | TeamCharters
  | JustificationReport
  | PlanDifference
  | AuditReport;

/** A report as a file: text, or bytes of a workbook or a PDF. */
export interface ReportFile {
  readonly kind: WrittenReport['kind'];
  readonly format: FileFormat;
  readonly filename: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

/** Prints a report in one of the formats; the same report gives the same bytes. */
export type PrintReportFile = (report: WrittenReport, format: FileFormat) => Promise<ReportFile>;

/** Draws an org chart as SVG on one sheet; the same chart gives the same bytes. */
export type DrawOrgChart = (chart: OrgChart, look: Pick<PictureLook, 'theme' | 'paper'>) => string;
