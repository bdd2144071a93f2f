import { bestAnswer } from './alternate-cells.js';
import type { CellFormation, Incidence } from './cell-formation.js';
import { problemOf } from './cell-problem.js';

/** What machines in given cells reach with the best cells for their parts; a part may be in none. */
export function rateCells(
  incidence: Incidence,
  cells: readonly (readonly number[])[],
): Pick<CellFormation, 'efficacy' | 'onesInside' | 'voids'> {
  const problem = problemOf(incidence, false);
  if (problem.total === 0) return { efficacy: null, onesInside: 0, voids: 0 };
  const rowCell = Array.from({ length: problem.rows }, (_, row) => cells.length + row);
  cells.forEach((machines, cell) => machines.forEach((machine) => (rowCell[machine] = cell)));
  const { inside, of } = bestAnswer(problem, rowCell).efficacy;
  return { efficacy: inside / of, onesInside: inside, voids: of - problem.total };
}
