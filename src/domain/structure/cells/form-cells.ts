import { alternateCells, oneCell, withoutResidual } from './alternate-cells.js';
import { boundCells } from './bound-cells.js';
import type { CellFormation, CellLimits, CellOptions, Incidence } from './cell-formation.js';
import { cellsOf } from './cell-partition.js';
import { problemOf, turned, type CellProblem } from './cell-problem.js';
import { isBetter } from './cell-table.js';
import { proveCells } from './prove-cells.js';
import { searchCells, type FoundCells } from './search-cells.js';

/** What is small enough for the table to be held place by place. */
const DENSE_PLACES = 2_000_000;
const SEED = 20_260;
/** Places looked at before a proof is tried, for each place of the table: a small one is soon proven. */
const FIRST_LOOKS = 3_000;

/** The share of the proving that goes to a proof; the rest is for a bound where there is none. */
const FOR_PROOF = 5 / 6;

/** Enough for a team structure, in well under a second. */
export const QUICK_CELL_LIMITS: CellLimits = { search: 20e6, proof: 20e6 };

interface Answer {
  readonly found: FoundCells;
  readonly upperBound: number;
  readonly proven: boolean;
  readonly method: string;
  readonly work: number;
}

/**
 * Cells of machines and parts with the highest grouping efficacy (Kumar and Chandrasekharan, International Journal of
 * Production Research 28, 1990): ones inside cells / (all ones + empty places inside cells). Room for rows is only
 * kept with residual cells, since without them there may be no answer.
 */
export function formCells(incidence: Incidence, options: CellOptions, limits: CellLimits): CellFormation {
  const residual = options.residualCells;
  const given = problemOf(residual ? incidence : { ...incidence, room: Infinity }, residual);
  if (given.total === 0) return withoutOnes(given, residual);
  const swapped = given.room === Infinity && given.columns < given.rows;
  const problem = swapped ? turned(given) : given;
  const { found, upperBound, proven, method, work } = answer(problem, residual, limits);
  const { inside, of } = found.efficacy;
  const efficacy = inside / of;
  return {
    cells: cellsOf(problem, found.partition, swapped),
    efficacy,
    onesInside: inside,
    voids: of - problem.total,
    upperBound,
    gap: proven ? 0 : (upperBound - efficacy) / upperBound,
    proven,
    method,
    work,
  };
}

/** A short search, the proof where it can be had, else a longer search and a bound. */
function answer(problem: CellProblem, residual: boolean, limits: CellLimits): Answer {
  const start = startOf(problem, residual);
  if (problem.rows * problem.columns > DENSE_PLACES)
    return bounded(problem, start, limits.proof, {
      method: 'cells: rows and columns choose in turn',
      work: 0,
    });
  const mostWork = Math.min(limits.search / 8, FIRST_LOOKS * problem.rows * problem.columns);
  const first = searchCells(problem, start, { residual, mostWork, seed: SEED });
  const proof = proveCells(problem, first, residual, limits.proof * FOR_PROOF);
  const work = first.work + proof.work;
  if (proof.proven) {
    const { inside, of } = proof.found.efficacy;
    return {
      found: proof.found,
      upperBound: inside / of,
      proven: true,
      method: 'cells: local search, then proven by a search of all partitions',
      work,
    };
  }
  const more = searchCells(problem, proof.found, {
    residual,
    mostWork: limits.search - first.work,
    seed: SEED + 1,
  });
  return bounded(problem, more, limits.proof * (1 - FOR_PROOF), {
    method: 'cells: iterated local search',
    work: work + more.work,
  });
}

function bounded(
  problem: CellProblem,
  found: FoundCells,
  mostWork: number,
  { method, work }: Pick<Answer, 'method' | 'work'>,
): Answer {
  const bound = boundCells(problem, found.efficacy, mostWork);
  return {
    found,
    upperBound: bound.upperBound,
    proven: bound.proven,
    method: `${method}, bounded by groups of machines solved exactly`,
    work: work + bound.work,
  };
}

/** Everything in one cell is allowed where room is no limit; cells that are chosen in turn are nearly always better. */
function startOf(problem: CellProblem, residual: boolean): FoundCells {
  const alternated = alternateCells(problem);
  if (problem.room < Infinity) return alternated;
  const [one, chosen] = [oneCell(problem), residual ? alternated : withoutResidual(problem, alternated)];
  return isBetter(one.efficacy, chosen.efficacy) ? one : chosen;
}

/** Nothing works on anything: every partition is as good as another. */
function withoutOnes(problem: CellProblem, residual: boolean): CellFormation {
  const none = {
    rowCell: problem.rowSizes.map((_, row) => (residual ? row : 0)),
    columnCell: problem.columnSizes.map(() => (residual ? -1 : 0)),
  };
  return {
    cells: cellsOf(problem, none, false),
    efficacy: null,
    onesInside: 0,
    voids: residual ? 0 : problem.rows * problem.columns,
    upperBound: null,
    gap: 0,
    proven: true,
    method: 'cells: there is nothing to group',
    work: 0,
  };
}
