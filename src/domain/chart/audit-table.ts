import type { RaciLetter } from '../responsibility/index.js';
import { DEFAULT_AUDIT_SETTINGS, type AuditSettings } from './audit-settings.js';
import { inReadingOrder, type ChartFinding } from './chart-finding.js';
import { ODDITIES } from './oddity.js';
import type { RaciTable } from './raci-table.js';
import { tallyRoles } from './role-tally.js';
import { CHART_RULES } from './rules/index.js';

/** What a chart says by itself, without any stream. */
export interface ChartAudit {
  readonly activities: number;
  readonly roles: readonly string[];
  /** Cells that hold the letter. */
  readonly letters: Readonly<Record<RaciLetter, number>>;
  readonly findings: readonly ChartFinding[];
}

/** Holds a chart to the rules of the field, and tells what was odd about reading it; errors first. */
export function auditTable(table: RaciTable, settings: AuditSettings = DEFAULT_AUDIT_SETTINGS): ChartAudit {
  const letters = { R: 0, A: 0, C: 0, I: 0 };
  for (const tally of tallyRoles(table)) {
    for (const letter of ['R', 'A', 'C', 'I'] as const) letters[letter] += tally.letters[letter];
  }
  const faults = CHART_RULES.flatMap(({ code, severity, check }) =>
    check(table, settings).map((finding) => ({ ...finding, code, severity })),
  );
  const oddities = table.oddities.map((oddity) => ({ ...oddity, severity: ODDITIES[oddity.code].severity }));
  return {
    activities: table.activities.length,
    roles: table.roles.map((role) => role.name),
    letters,
    findings: inReadingOrder([...faults, ...oddities]),
  };
}
