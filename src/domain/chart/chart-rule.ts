import type { Severity } from '../shared/index.js';
import type { AuditSettings } from './audit-settings.js';
import type { PlacedFinding } from './chart-finding.js';
import type { ChartActivity, ChartCell, RaciTable } from './raci-table.js';
import type { RaciLetter } from '../responsibility/index.js';

/** One rule of the field about charts. */
export interface ChartRule {
  readonly code: string;
  readonly severity: Severity;
  /** What a chart should be, in one sentence. */
  readonly norm: string;
  /** Where the rule is published. */
  readonly source: string;
  /** The settings that it heeds. */
  readonly settings: readonly (keyof AuditSettings)[];
  readonly check: (table: RaciTable, settings: AuditSettings) => readonly PlacedFinding[];
}

/** The page from which most of the rules come. */
export const RACI_ANALYSIS = 'https://www.trackplus.com/blog/en/raci-matrix-analysis/';

/** The activities that are done inside: of the others the chart says that they need nobody. */
export function insideOf({ activities }: RaciTable): readonly ChartActivity[] {
  return activities.filter(({ outside }) => outside !== true);
}

/** The cells of an activity that hold the letter. */
export function cellsWith(activity: ChartActivity, letter: RaciLetter): ChartCell[] {
  return activity.cells.filter((cell) => cell.letters.includes(letter));
}

/** true where the cell gives its role a part in the activity. */
export function takesPart(cell: ChartCell): boolean {
  return cell.letters.length > 0 || cell.others.length > 0;
}

/** The names of the roles of some cells, in words: "Sales, Office and Crew". */
export function rolesOf(table: RaciTable, cells: readonly ChartCell[]): string {
  const names = cells.map((cell) => table.roles[cell.role]?.name ?? '');
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** A finding about an activity as a whole. */
export function aboutActivity(activity: ChartActivity, message: string): PlacedFinding {
  return { activity: activity.name, role: null, at: [activity.at], message };
}

/** A finding about some cells of an activity. */
export function aboutCells(
  table: RaciTable,
  activity: ChartActivity,
  cells: readonly ChartCell[],
  message: string,
): PlacedFinding {
  const only = cells.length === 1 ? cells[0] : undefined;
  const role = only ? (table.roles[only.role]?.name ?? null) : null;
  return { activity: activity.name, role, at: cells.map((cell) => cell.at[0]), toldAt: activity.at, message };
}
