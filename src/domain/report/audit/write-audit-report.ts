import {
  CHART_RULES,
  ODDITIES,
  type ChartAudit,
  type ChartComparison,
  type ChartFinding,
  type RaciTable,
  type SchemeAudit,
  type UnknownMatch,
} from '../../chart/index.js';
import { namesOf } from '../names-of.js';
import type { ReportedPlan } from '../report-ground.js';
import type { AuditReport, AuditRule } from './audit-report.js';
import { comparisonOf } from './report-comparison.js';

/** What an audit is written from; held: the plan of the stream that the chart was held against. */
export interface AuditGround {
  readonly table: RaciTable;
  /** What the file is called; null where it came without a name. */
  readonly name: string | null;
  readonly date: string | null;
  readonly held: HeldChart | null;
}

interface HeldChart {
  readonly plan: ReportedPlan;
  readonly revision: number | null;
  readonly comparison: ChartComparison;
  readonly unknown: readonly UnknownMatch[];
}

type Told = Pick<AuditReport, 'activities' | 'roles' | 'letters' | 'findings'>;

/** The whole audit of a chart by the rules of RACI. The same chart, plan, revision and date give the same report. */
export function writeAuditReport(audit: ChartAudit, ground: AuditGround): AuditReport {
  const { held } = ground;
  const report = reportOf(audit, ground, 'RACI');
  if (!held) return report;
  const { plan, revision, comparison, unknown } = held;
  const { key, name, customer, supplier, steps } = plan.stream;
  return {
    ...report,
    stream: { key, name, customer, supplier, steps: steps.length },
    revision,
    comparison: comparisonOf(plan, comparison, unknown, namesOf(plan)),
  };
}

/** The whole audit of a chart by another scheme, which no stream says anything about. */
export function writeSchemeReport(audit: SchemeAudit, ground: Omit<AuditGround, 'held'>): AuditReport {
  const letters = Object.fromEntries(audit.letters.map(({ letter, cells }) => [letter, cells]));
  return reportOf({ ...audit, letters }, ground, audit.scheme);
}

function reportOf(told: Told, ground: Omit<AuditGround, 'held'>, scheme: string): AuditReport {
  const { table, name, date } = ground;
  const { activities, roles, letters, findings } = told;
  const { title, sheet, layout } = table;
  return {
    kind: 'AUDIT',
    title: `Audit of the ${scheme} chart${name === null ? '' : ` ${name}`}`,
    chart: { name, title, sheet, layout, scheme },
    stream: null,
    revision: null,
    date,
    activities,
    roles,
    letters,
    findings,
    rules: rulesOf(findings),
    comparison: null,
  };
}

function rulesOf(findings: readonly ChartFinding[]): AuditRule[] {
  const counts = new Map<string, ChartFinding & { times: number }>();
  for (const finding of findings) {
    const counted = counts.get(finding.code);
    if (counted) counted.times += 1;
    else counts.set(finding.code, { ...finding, times: 1 });
  }
  return [...counts.values()].map(({ code, severity, times }) => {
    const rule = CHART_RULES.find((each) => each.code === code);
    const norm = rule?.norm ?? new Map<string, { norm: string }>(Object.entries(ODDITIES)).get(code)?.norm;
    return { code, severity, findings: times, norm: norm ?? null, source: rule?.source ?? null };
  });
}
