import type { ChartAudit, ChartFinding, ChartLayout, RaciTable } from '../../domain/chart/index.js';
import type { Severity } from '../../domain/index.js';
import { count, grouped, labelled, section, type Page } from './page.js';
import { displayWidth, fit, pad, visible } from './text-layout.js';

const LAYOUTS: Readonly<Record<ChartLayout, string>> = {
  ROLES_IN_COLUMNS: 'roles in columns',
  ROLES_IN_ROWS: 'roles in rows',
  LIST: 'a list of activity, role and letter',
  LETTER_COLUMNS: 'a list with a column for each letter',
};
const TITLES: Readonly<Record<Severity, string>> = { ERROR: 'ERRORS', WARNING: 'WARNINGS', INFO: 'TO KNOW' };
const WIDEST_CELL = 12;
const MOST_OF_A_CODE = 3;

/** A chart by itself: what it holds, and its findings, errors first. */
export function printAudit(name: string, table: RaciTable, audit: ChartAudit, page: Page): string[] {
  const { R, A, C, I } = audit.letters;
  const counts = `R ${R}  A ${A}  C ${C}  I ${I}`;
  const rows = audit.activities === 1 ? 'activity' : 'activities';
  return [
    ...chartHead({ name, kind: 'RACI', rows, counts }, table, page),
    ...chartFindings(audit.findings, page),
  ];
}

interface ChartName {
  /** Of the file. */
  readonly name: string;
  readonly kind: string;
  /** What its rows are called. */
  readonly rows: string;
  readonly counts: string;
}

/** What a chart is called, and how much it holds. */
export function chartHead({ name, kind, rows, counts }: ChartName, table: RaciTable, page: Page): string[] {
  const title = table.title === null ? '' : ` "${visible(table.title)}"`;
  const sheet = table.sheet === null ? '' : `, sheet "${visible(table.sheet)}"`;
  return [
    page.paint.bold(`${kind} chart ${visible(name)}${title}${sheet}`),
    `${grouped(table.activities.length)} ${rows}, ${count(table.roles.length, 'role')} (${LAYOUTS[table.layout]})  ${counts}`,
  ];
}

/** Its findings by severity, or that there are none. */
export function chartFindings(all: readonly ChartFinding[], page: Page): string[] {
  if (all.length === 0) return ['', page.paint.green('No fault was found.')];
  return (['ERROR', 'WARNING', 'INFO'] as const).flatMap((severity) => {
    const findings = all.filter((finding) => finding.severity === severity);
    return section(page, TITLES[severity], String(findings.length), listed(findings, page));
  });
}

/** Errors and warnings in full; of what is only to know, the first of each code and how many more there are. */
function listed(findings: readonly ChartFinding[], page: Page): string[] {
  const seen = new Map<string, number>();
  const lines = findings.flatMap((finding) => {
    const before = seen.get(finding.code) ?? 0;
    seen.set(finding.code, before + 1);
    return finding.severity === 'INFO' && before >= MOST_OF_A_CODE ? [] : findingLines(finding, page);
  });
  const more = [...seen].flatMap(([code, times]) =>
    findings[0]?.severity === 'INFO' && times > MOST_OF_A_CODE
      ? [page.paint.dim(`  and ${times - MOST_OF_A_CODE} more of ${code} (all of them with --json)`)]
      : [],
  );
  return [...lines, ...more];
}

function findingLines({ cell, code, message, severity }: ChartFinding, page: Page): string[] {
  const { paint } = page;
  const colour = { ERROR: paint.red, WARNING: paint.yellow, INFO: paint.cyan }[severity];
  const place = pad(fit(cell.replaceAll(',', ', '), WIDEST_CELL), WIDEST_CELL);
  const label = `  ${place}  `;
  return labelled(page, label, `${code}  ${message}`, displayWidth(label), { label: colour });
}
