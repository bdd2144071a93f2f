import { atomsOf, bestColumns, type Column, type ExactTable } from './exact-partition.js';

/** Partial partitions looked at before giving up the proof. */
const MOST_TRIED = 20_000;

interface Reach {
  readonly low: number;
  readonly high: number;
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
    this.visit(0, this.fullMask(0), [], { low: Infinity, high: -Infinity });
  }

  roles(): number[][] {
    return this.best.flatMap(([table, column]) => {
      const of = this.tables[table];
      return of ? [atomsOf(of, column)] : [];
    });
  }

  private fullMask(table: number): number {
    return 2 ** (this.tables[table]?.atoms.length ?? 0) - 1;
  }

  private visit(
    table: number,
    mask: number,
    chosen: readonly (readonly [number, Column])[],
    reach: Reach,
  ): void {
    const of = this.tables[table];
    if (!of) {
      this.best = chosen;
      this.bestSpread = chosen.length === 0 ? 0 : reach.high - reach.low;
      return;
    }
    if (mask === 0) {
      this.visit(table + 1, this.fullMask(table + 1), chosen, reach);
      return;
    }
    for (const column of bestColumns(of, mask)) {
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
      this.visit(table, mask ^ column.mask, [...chosen, [table, column]], next);
    }
  }
}
