import { minus, NO_COST, type Cost } from './cost.js';
import type { Column } from './exact-columns.js';
import { atomsOf, columnsTowards, type ExactTable } from './exact-partition.js';

/** Partial partitions looked at before giving up the proof. */
const MOST_TRIED = 20_000;

interface Reach {
  readonly low: number;
  readonly high: number;
}

/** What is still to be covered of a table, and what that costs. */
interface Left {
  readonly mask: number;
  readonly cost: Cost;
}

/** Of all partitions that are best in the first three goals the one whose roles are loaded most evenly; of those the one of fewest roles. */
export function evenestPartition(tables: readonly ExactTable[]): { roles: number[][]; proven: boolean } {
  const search = new EvennessSearch(tables);
  search.run();
  return { roles: search.roles(), proven: search.complete };
}

class EvennessSearch {
  private best: readonly (readonly [table: number, column: Column])[] = [];
  private bestSpread = Infinity;
  private tried = 0;
  complete = true;

  constructor(private readonly tables: readonly ExactTable[]) {}

  run(): void {
    this.visit(0, this.whole(0), [], { low: Infinity, high: -Infinity });
  }

  roles(): number[][] {
    return this.best.flatMap(([table, column]) => {
      const of = this.tables[table];
      return of ? [atomsOf(of, column)] : [];
    });
  }

  private whole(table: number): Left {
    const of = this.tables[table];
    return { mask: 2 ** (of?.atoms.length ?? 0) - 1, cost: of?.cost ?? NO_COST };
  }

  private visit(
    table: number,
    left: Left,
    chosen: readonly (readonly [number, Column])[],
    reach: Reach,
  ): void {
    const of = this.tables[table];
    if (!of) {
      this.best = chosen;
      this.bestSpread = chosen.length === 0 ? 0 : reach.high - reach.low;
      return;
    }
    if (left.mask === 0) {
      this.visit(table + 1, this.whole(table + 1), chosen, reach);
      return;
    }
    for (const column of columnsTowards(of, left.mask, left.cost)) {
      this.tried += 1;
      // The first partition is always finished, so that there is an answer.
      if (this.tried > MOST_TRIED && this.best.length > 0) {
        this.complete = false;
        return;
      }
      const next = {
        low: Math.min(reach.low, column.utilisation),
        high: Math.max(reach.high, column.utilisation),
      };
      const spread = next.high - next.low;
      if (spread > this.bestSpread || (spread === this.bestSpread && chosen.length + 1 >= this.best.length))
        continue;
      const rest = { mask: left.mask ^ column.mask, cost: minus(left.cost, column) };
      this.visit(table, rest, [...chosen, [table, column]], next);
    }
  }
}
