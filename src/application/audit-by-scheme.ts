import {
  auditByScheme,
  schemeWords,
  writeSchemeReport,
  type LetterScheme,
  type RaciTable,
  type SchemeAudit,
  type TableReadingOptions,
  type TableUnreadable,
} from '../domain/index.js';
import type { Parts } from './parts.js';
import type { FileFormat, ReportFile } from './ports/index.js';

export interface AuditBySchemeInput {
  /** The file, CSV or XLSX. */
  readonly bytes: Uint8Array;
  readonly reading: TableReadingOptions;
  readonly scheme: LetterScheme;
}

export interface SchemeReportInput extends AuditBySchemeInput {
  /** What the file is called; null where it came without a name. */
  readonly name: string | null;
}

/** Holds a chart to a scheme by itself, and stores nothing. */
export function auditChartByScheme(parts: Pick<Parts, 'readTable'>) {
  return async (input: AuditBySchemeInput): Promise<SchemeAudit | TableUnreadable> => {
    const read = await audited(parts, input);
    return 'audit' in read ? read.audit : read;
  };
}

/** The same as a file without a day: no stream says anything about it. */
export function auditReportByScheme(parts: Pick<Parts, 'readTable' | 'printReportFile'>) {
  return async (input: SchemeReportInput, format: FileFormat): Promise<ReportFile | TableUnreadable> => {
    const read = await audited(parts, input);
    if (!('audit' in read)) return read;
    const { name } = input;
    return parts.printReportFile(
      writeSchemeReport(read.audit, { table: read.table, name, date: null }),
      format,
    );
  };
}

async function audited(
  { readTable }: Pick<Parts, 'readTable'>,
  { bytes, reading, scheme }: AuditBySchemeInput,
): Promise<{ readonly table: RaciTable; readonly audit: SchemeAudit } | TableUnreadable> {
  const table = await readTable(bytes, { ...reading, schemeWords: schemeWords(scheme) });
  return table.kind === 'TableUnreadable' ? table : { table, audit: auditByScheme(table, scheme) };
}
