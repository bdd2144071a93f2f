import type { Severity } from '../shared/index.js';
import { cellNames, comparePlaces, type CellPlace } from './cell-place.js';

/** One fault or oddity of a chart, with its place. */
export interface ChartFinding {
  readonly code: string;
  readonly severity: Severity;
  /** The activity it is about; null where it is about a role or the whole chart. */
  readonly activity: string | null;
  /** The role it is about; null where it is about several or none. */
  readonly role: string | null;
  /** Its cell as a spreadsheet names it (`B7`; several: `B7,D7`). */
  readonly cell: string;
  readonly message: string;
}

/** A finding before it is printed: its cells are still places. */
export interface PlacedFinding {
  readonly activity: string | null;
  readonly role: string | null;
  readonly at: readonly CellPlace[];
  /** Where it is told among the others, where that is not its first cell. */
  readonly toldAt?: CellPlace;
  readonly message: string;
}

interface CodedFinding extends PlacedFinding {
  readonly code: string;
  readonly severity: Severity;
}

const BY_SEVERITY: Readonly<Record<Severity, number>> = { ERROR: 0, WARNING: 1, INFO: 2 };

/** Errors first, then from the top of the chart to its end. */
export function inReadingOrder(findings: readonly CodedFinding[]): ChartFinding[] {
  const byPlace = (a: CodedFinding, b: CodedFinding): number => {
    const [placeOfA, placeOfB] = [a.toldAt ?? a.at[0], b.toldAt ?? b.at[0]];
    return placeOfA && placeOfB ? comparePlaces(placeOfA, placeOfB) : 0;
  };
  return findings
    .toSorted((a, b) => BY_SEVERITY[a.severity] - BY_SEVERITY[b.severity] || byPlace(a, b))
    .map(({ code, severity, activity, role, at, message }) => ({
      code,
      severity,
      activity,
      role,
      cell: cellNames(at),
      message,
    }));
}
