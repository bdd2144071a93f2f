import {
  auditByScheme,
  schemeWords,
  type LetterScheme,
  type SchemeAudit,
  type TableReadingOptions,
  type TableUnreadable,
} from '../domain/index.js';
import type { Parts } from './parts.js';

export interface AuditBySchemeInput {
  /** The file, CSV or XLSX. */
  readonly bytes: Uint8Array;
  readonly reading: TableReadingOptions;
  readonly scheme: LetterScheme;
}

/** Holds a chart to a scheme by itself, and stores nothing. */
export function auditChartByScheme({ readTable }: Pick<Parts, 'readTable'>) {
  return async ({ bytes, reading, scheme }: AuditBySchemeInput): Promise<SchemeAudit | TableUnreadable> => {
    const table = await readTable(bytes, { ...reading, schemeWords: schemeWords(scheme) });
    return table.kind === 'TableUnreadable' ? table : auditByScheme(table, scheme);
  };
}
