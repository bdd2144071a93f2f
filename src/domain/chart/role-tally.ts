import type { RaciLetter } from '../responsibility/index.js';
import type { ChartRole, RaciTable } from './raci-table.js';
import { takesPart } from './chart-rule.js';

/** In how many activities a role holds each letter, and takes any part at all. */
export interface RoleTally {
  readonly role: ChartRole;
  readonly letters: Readonly<Record<RaciLetter, number>>;
  readonly activities: number;
}

/** One for each role, in the order of the chart; one pass over its cells. */
export function tallyRoles(table: RaciTable): RoleTally[] {
  const tallies = table.roles.map((role) => ({ role, letters: { R: 0, A: 0, C: 0, I: 0 }, activities: 0 }));
  for (const activity of table.activities) {
    for (const cell of activity.cells) {
      const tally = tallies[cell.role];
      if (!tally) continue;
      for (const letter of cell.letters) tally.letters[letter] += 1;
      if (takesPart(cell)) tally.activities += 1;
    }
  }
  return tallies;
}
