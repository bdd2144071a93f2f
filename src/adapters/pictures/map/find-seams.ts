import type { Force, StepKey, StreamMetrics } from '../../../domain/index.js';
import type { Cell } from './cell.js';

/** The force of every column: that of its steps where they agree, of the column before where it has none. */
export function forcesOf(columns: readonly (readonly Cell[])[]): readonly (Force | null)[] {
  let current: Force | null = null;
  return columns.map((cells) => {
    const forces = new Set(cells.flatMap(({ step }) => (step ? [step.force] : [])));
    const [only] = forces;
    if (forces.size > 1) current = null;
    else if (only) current = only;
    return current;
  });
}

/** Columns before which the force changes. */
export function seamsOf(forces: readonly (Force | null)[]): ReadonlySet<number> {
  return new Set(
    forces.flatMap((force, column) => {
      const before = forces[column - 1];
      return force && before && before !== force ? [column] : [];
    }),
  );
}

/** Steps that work reaches from the other force without a seam across the map. */
export function ownSeamsOf(
  { transfers }: StreamMetrics,
  cells: ReadonlyMap<number, Cell>,
  seams: ReadonlySet<number>,
): ReadonlySet<StepKey> {
  const columnOfStep = new Map(
    [...cells.values()].flatMap((cell) => (cell.step ? [[cell.step.key, cell.column] as const] : [])),
  );
  const sorted = [...seams].sort((a, b) => a - b);
  const crossed = (from: number, to: number) => sorted.some((seam) => seam > from && seam <= to);
  return new Set(
    transfers.flatMap(({ from, to, kind, seam }) => {
      const left = columnOfStep.get(from);
      const right = columnOfStep.get(to);
      if (!seam || kind !== 'NEXT' || left === undefined || right === undefined) return [];
      return crossed(left, right) ? [] : [to];
    }),
  );
}
