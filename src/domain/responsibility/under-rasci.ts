import type { Justification, NonEmpty, RoleKey, StepKey } from '../shared/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { MatrixCell, MatrixRow, RaciLetter, ResponsibilityMatrix } from './responsibility-matrix.js';
import { gatherBy } from './step-book.js';

/** A letter of the scheme RASCI: S supports who is responsible. */
export type RasciLetter = RaciLetter | 'S';

/** One letter of one role for one step under RASCI; it rests on the same reasons as the cell of the matrix. */
export interface RasciCell {
  readonly step: StepKey;
  readonly role: RoleKey;
  readonly letter: RasciLetter;
  readonly because: NonEmpty<Justification>;
  readonly accepted: boolean;
  /** S: whom it supports; null for the other letters. */
  readonly supports: RoleKey | null;
}

/** A row under RASCI. */
export interface RasciRow {
  readonly step: StepKey;
  readonly cells: readonly RasciCell[];
}

/** A demand as far as it tells the order in which a step names its capabilities. */
interface DemandAtStep extends Pick<CapabilityDemand, 'capability'> {
  readonly step: string;
}

/**
 * The matrix under RASCI: of several roles that carry what a step demands, the one that carries most of it (of equal ones
 * the one whose capability the step names first) is R, and the others support it. All other letters stay.
 */
export function underRasci(
  { rows }: ResponsibilityMatrix,
  demands: readonly DemandAtStep[],
): readonly RasciRow[] {
  const byStep = gatherBy<string, DemandAtStep>(demands, ({ step }) => step);
  return rows.map((row) => {
    const leading = leaderOf(row, byStep.get(row.step) ?? []);
    return { step: row.step, cells: row.cells.map((cell) => underLeader(cell, leading)) };
  });
}

function underLeader(cell: MatrixCell, leading: RoleKey | null): RasciCell {
  const supports = cell.letter === 'R' && leading !== null && cell.role !== leading;
  return { ...cell, letter: supports ? 'S' : cell.letter, supports: supports ? leading : null };
}

/** null where nobody is responsible. */
function leaderOf({ cells }: MatrixRow, demands: readonly DemandAtStep[]): RoleKey | null {
  const places = new Map(demands.map(({ capability }, nth) => [capability.key, nth]));
  const first = ({ because }: MatrixCell): number =>
    Math.min(...because.map(({ capability }) => (capability && places.get(capability.key)) ?? places.size));
  const [leader] = cells
    .filter(({ letter }) => letter === 'R')
    .toSorted((a, b) => b.because.length - a.because.length || first(a) - first(b));
  return leader?.role ?? null;
}
