import { placeRows, respond, setRatio, startClimb, type Climb } from './cell-climb.js';
import { efficacyOf, type CellPartition } from './cell-partition.js';
import { turned, type CellProblem } from './cell-problem.js';
import { wholeTable, type Efficacy } from './cell-table.js';
import { climbRows } from './climb-rows.js';
import { kick, scatter } from './kick-rows.js';
import { seededNumbers, type SeededNumbers } from './seeded-numbers.js';

/** A partition with what it reaches. */
export interface FoundCells {
  readonly partition: CellPartition;
  readonly efficacy: Efficacy;
}

interface Hunt {
  readonly problem: CellProblem;
  readonly climb: Climb;
  /** The same table seen from the columns; null where rows have limited room. */
  readonly side: Climb | null;
  readonly random: SeededNumbers;
  readonly mostWork: number;
  best: FoundCells;
}

/** Kicks without anything better after which the search starts anew elsewhere. */
const PATIENCE = 300;

/**
 * Iterated local search: rows move one by one while the columns answer each time with their best cells, then the
 * columns move while the rows answer; kicks, and restarts from scattered cells. The fraction is dealt with as
 * Dinkelbach does: against the best so far. Deterministic; costs rows × cells × columns a round.
 */
export function searchCells(
  problem: CellProblem,
  start: FoundCells,
  {
    residual,
    mostWork,
    seed,
  }: { readonly residual: boolean; readonly mostWork: number; readonly seed: number },
): FoundCells & { readonly work: number } {
  const hunt: Hunt = {
    problem,
    climb: startClimb(wholeTable(problem), residual, start.efficacy),
    side:
      problem.room === Infinity ? startClimb(wholeTable(turned(problem)), residual, start.efficacy) : null,
    random: seededNumbers(seed),
    mostWork,
    best: start,
  };
  placeRows(hunt.climb, start.partition.rowCell);
  do {
    settle(hunt);
    wander(hunt);
    scatter(hunt.climb, hunt.random);
  } while (workOf(hunt) < mostWork);
  return { ...hunt.best, work: workOf(hunt) };
}

function workOf({ climb, side }: Hunt): number {
  return climb.work + (side?.work ?? 0);
}

/** Kicks and settles again, and stays where that is no worse, until nothing better comes for a while. */
function wander(hunt: Hunt): void {
  const { climb, random } = hunt;
  let [stand, value, ratio] = [climb.cellOf.slice(), climb.value, climb.ratio];
  for (let idle = 0; idle < PATIENCE && workOf(hunt) < hunt.mostWork; idle += 1) {
    kick(climb, random);
    settle(hunt);
    const raised = climb.ratio !== ratio;
    if (raised || climb.value > value) idle = -1;
    if (raised || climb.value >= value)
      [stand, value, ratio] = [climb.cellOf.slice(), climb.value, climb.ratio];
    else placeRows(climb, stand);
  }
}

/** Climbs from the rows and from the columns in turn until neither makes it better; what beats the best is kept. */
function settle(hunt: Hunt): void {
  const { climb, side, random, mostWork } = hunt;
  const upRows = (): void => climbRows(climb, random.order(climb.table.rows), mostWork);
  upRows();
  for (;;) {
    if (climb.value > 0) {
      keep(hunt);
      placeRows(climb, climb.cellOf.slice());
    } else {
      if (!side || climb.value === -Infinity) return;
      placeRows(side, answerOf(climb));
      climbRows(side, random.order(side.table.rows), mostWork);
      if (side.value <= climb.value) return;
      placeRows(climb, answerOf(side));
    }
    upRows();
    if (workOf(hunt) >= mostWork && climb.value <= 0) return;
  }
}

/** The cells that the columns chose; each without one has its own. */
function answerOf({ chosen, cells }: Climb): number[] {
  let free = cells;
  return Array.from(chosen, (cell) => {
    if (cell >= 0) return cell;
    free += 1;
    return free;
  });
}

/** The best so far, and the ratio that the next one has to beat. */
function keep(hunt: Hunt): void {
  const { climb, side, problem } = hunt;
  respond(climb);
  const partition = { rowCell: climb.cellOf.slice(), columnCell: climb.chosen.slice() };
  hunt.best = { partition, efficacy: efficacyOf(problem, partition) };
  setRatio(climb, hunt.best.efficacy);
  if (side) setRatio(side, hunt.best.efficacy);
}
