import { moveRow, placeRows, respond, type Climb } from './cell-climb.js';
import type { SeededNumbers } from './seeded-numbers.js';

const MOST_MOVES = 5;

/** Puts the rows into a random number of cells at random, as far as there is room. */
export function scatter(climb: Climb, random: SeededNumbers): void {
  const { rows, columns, loads, room } = climb.table;
  const cells = 2 + random.below(Math.max(1, Math.min(rows, columns) - 2));
  const taken = new Float64Array(cells).fill(-1);
  placeRows(
    climb,
    Array.from({ length: rows }, (_, row) => {
      const [cell, load] = [random.below(cells), loads[row] ?? 0];
      const before = taken[cell] ?? 0;
      if (before >= 0 && before + load > room) return cells + row;
      taken[cell] = Math.max(0, before) + load;
      return cell;
    }),
  );
}

/** A small change at random: some rows move, or two cells become one, or one becomes two. */
export function kick(climb: Climb, random: SeededNumbers): void {
  const { cellOf, taken, table, cells } = climb;
  const kind = random.below(10);
  const [a, b] = [random.below(cells), random.below(cells)];
  if (kind < 6 || cells < 2) {
    moveSome(climb, random);
  } else if (kind < 8) {
    if (a !== b && (taken[a] ?? 0) + (taken[b] ?? 0) <= table.room)
      placeRows(
        climb,
        cellOf.map((cell) => (cell === a ? b : cell)),
      );
  } else {
    placeRows(
      climb,
      cellOf.map((cell) => (cell === a && random.below(2) === 1 ? cells : cell)),
    );
  }
  climb.value = respond(climb);
}

function moveSome(climb: Climb, random: SeededNumbers): void {
  const { table, taken } = climb;
  const times = 1 + random.below(Math.max(2, Math.min(MOST_MOVES, table.rows >> 2)));
  for (let nth = 0; nth < times; nth += 1) {
    const [row, cell] = [random.below(table.rows), random.below(climb.cells)];
    if ((taken[cell] ?? 0) + (table.loads[row] ?? 0) <= table.room) moveRow(climb, row, cell);
  }
}
