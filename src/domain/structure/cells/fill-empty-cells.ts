/** Cells with a column each to choose: what each column would add in each cell, and where it is now. */
export interface ChosenCells {
  readonly cells: number;
  readonly columns: number;
  /** By cell, then by column. */
  readonly gains: Float64Array;
  readonly chosen: Int32Array;
}

interface Moves {
  /** What it costs at least to move one column from one cell to another. */
  readonly cost: Float64Array;
  readonly mover: Int32Array;
}

/**
 * Gives every cell without a column one, by the cheapest chains of columns that move on (shortest augmenting paths, so
 * the columns are assigned as well as they can be); tells what that costs, Infinity where there are too few columns.
 */
export function fillEmptyCells(all: ChosenCells): { readonly cost: number; readonly work: number } {
  const { cells, columns, chosen } = all;
  if (cells > columns) return { cost: Infinity, work: 0 };
  const held = new Int32Array(cells);
  for (let column = 0; column < columns; column += 1) {
    const cell = chosen[column] ?? 0;
    held[cell] = (held[cell] ?? 0) + 1;
  }
  let [cost, work] = [0, 0];
  for (let cell = 0; cell < cells; cell += 1) {
    if ((held[cell] ?? 0) > 0) continue;
    cost += fillOne(all, cell, held);
    work += cells * columns + cells * cells * 3;
  }
  return { cost, work };
}

function fillOne(all: ChosenCells, empty: number, held: Int32Array): number {
  const { cells, chosen } = all;
  const moves = cheapestMoves(all);
  const { distance, next } = waysTo(empty, cells, moves.cost);
  let giver = -1;
  for (let cell = 0; cell < cells; cell += 1) {
    if ((held[cell] ?? 0) > 1 && (giver < 0 || (distance[cell] ?? 0) < (distance[giver] ?? 0))) giver = cell;
  }
  held[giver] = (held[giver] ?? 0) - 1;
  held[empty] = 1;
  for (let cell = giver; cell !== empty;) {
    const to = next[cell] ?? empty;
    chosen[moves.mover[cell * cells + to] ?? 0] = to;
    cell = to;
  }
  return distance[giver] ?? Infinity;
}

/** For each cell the cheapest chain of moves that ends in the empty one (Bellman and Ford; a move may save something). */
function waysTo(
  empty: number,
  cells: number,
  cost: Float64Array,
): { distance: Float64Array; next: Int32Array } {
  const distance = new Float64Array(cells).fill(Infinity);
  const next = new Int32Array(cells).fill(-1);
  distance[empty] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let to = 0; to < cells; to += 1) {
      for (let from = 0; from < cells; from += 1) {
        const through = (distance[to] ?? Infinity) + (cost[from * cells + to] ?? Infinity);
        if (through >= (distance[from] ?? Infinity)) continue;
        distance[from] = through;
        next[from] = to;
        changed = true;
      }
    }
  }
  return { distance, next };
}

function cheapestMoves({ cells, columns, chosen, gains }: ChosenCells): Moves {
  const cost = new Float64Array(cells * cells).fill(Infinity);
  const mover = new Int32Array(cells * cells).fill(-1);
  for (let column = 0; column < columns; column += 1) {
    const from = chosen[column] ?? 0;
    const here = gains[from * columns + column] ?? 0;
    for (let to = 0; to < cells; to += 1) {
      const loss = here - (gains[to * columns + column] ?? 0);
      if (to === from || loss >= (cost[from * cells + to] ?? Infinity)) continue;
      cost[from * cells + to] = loss;
      mover[from * cells + to] = column;
    }
  }
  return { cost, mover };
}
