import { writeAuditReport, type TableUnreadable } from '../domain/index.js';
import { auditChart, type AuditChartInput } from './audit-chart.js';
import type { Parts } from './parts.js';
import type { FileFormat, ReportFile } from './ports/index.js';

export interface AuditReportInput extends AuditChartInput {
  /** What the file is called; null where it came without a name. */
  readonly name: string | null;
}

/** An audit as a file, of the day on which the revision was drawn; stores nothing. A Fault NOT_FOUND where there is no stream of that key. */
export function auditReport(parts: Parts) {
  const audit = auditChart(parts);
  return async (input: AuditReportInput, format: FileFormat): Promise<ReportFile | TableUnreadable> => {
    const audited = await audit(input);
    if (audited.kind === 'TableUnreadable') return audited;
    const { table, held } = audited;
    const date = held && held.stored.drawnAt.slice(0, 'YYYY-MM-DD'.length);
    const report = writeAuditReport(audited.audit, {
      table,
      name: input.name,
      date,
      held: held && { ...held, revision: held.stored.revision },
    });
    return parts.printReportFile(report, format);
  };
}
