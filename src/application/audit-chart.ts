import {
  auditTable,
  compareWithPlan,
  matchTable,
  type AuditSettings,
  type ChartAudit,
  type ChartComparison,
  type Plan,
  type RaciTable,
  type SettledMatches,
  type TableReadingOptions,
  type TableUnreadable,
  type UnknownMatch,
} from '../domain/index.js';
import type { Parts } from './parts.js';
import type { StoredStream } from './ports/index.js';

/** A chart as it was sent, and how it is to be held. */
export interface AuditChartInput {
  /** The file, CSV or XLSX. */
  readonly bytes: Uint8Array;
  readonly reading: TableReadingOptions;
  readonly settings: AuditSettings;
  /** The key of the stream that the chart is held against; null holds it to the rules of charts alone. */
  readonly stream: string | null;
  readonly settled: SettledMatches;
}

/** A chart held to the rules of charts, and to a stream where one was named. */
export interface AuditedChart {
  readonly kind: 'AuditedChart';
  readonly table: RaciTable;
  readonly audit: ChartAudit;
  readonly held: {
    readonly plan: Plan;
    readonly stored: StoredStream;
    readonly comparison: ChartComparison;
    readonly unknown: readonly UnknownMatch[];
  } | null;
}

/** Audits a chart and stores nothing; a Fault NOT_FOUND where there is no stream of that key. */
export function auditChart({ unitOfWork, planner, readTable }: Parts) {
  return async (input: AuditChartInput): Promise<AuditedChart | TableUnreadable> => {
    const table = await readTable(input.bytes, input.reading);
    if (table.kind === 'TableUnreadable') return table;
    const audited = { kind: 'AuditedChart' as const, table, audit: auditTable(table, input.settings) };
    const key = input.stream;
    if (key === null) return { ...audited, held: null };
    const { plan, stored } = await planner.readied(unitOfWork, key);
    const match = matchTable(table, plan.gate, input.settled);
    const comparison = compareWithPlan(table, plan.gate, match, plan.overrides);
    return { ...audited, held: { plan, stored, comparison, unknown: match.unknown } };
  };
}
