import type { Incidence } from './cell-formation.js';

/** Machines and parts as rows and columns, each standing for one or several that are alike or must stay together. */
export interface CellProblem {
  readonly rows: number;
  readonly columns: number;
  /** For each row its columns in order, with the ones there. */
  readonly entries: readonly (readonly (readonly [column: number, ones: number])[])[];
  readonly rowSizes: readonly number[];
  readonly columnSizes: readonly number[];
  /** What each row takes of the room of its cell. */
  readonly loads: readonly number[];
  /** No cell of several rows takes more. */
  readonly room: number;
  /** All ones. */
  readonly total: number;
  /** The machines that each row stands for, and the parts of each column. */
  readonly rowMembers: readonly (readonly number[])[];
  readonly columnMembers: readonly (readonly number[])[];
}

/**
 * The problem of an incidence; a pair named more often than its machine has members counts no more. merged: equal
 * parts become one, and equal machines where room is no limit; some best answer with residual cells keeps them together.
 */
export function problemOf(incidence: Incidence, merged: boolean): CellProblem {
  const { machines, parts, sizes, loads, room = Infinity } = incidence;
  const counts = Array.from({ length: machines }, () => new Map<number, number>());
  for (const [machine, part] of incidence.ones) {
    const row = counts[machine];
    if (part < parts) row?.set(part, Math.min((row.get(part) ?? 0) + 1, sizes?.[machine] ?? 1));
  }
  const plain: CellProblem = {
    rows: machines,
    columns: parts,
    entries: counts.map((row) => [...row].sort(([a], [b]) => a - b)),
    rowSizes: Array.from({ length: machines }, (_, row) => sizes?.[row] ?? 1),
    columnSizes: Array.from({ length: parts }, () => 1),
    loads: Array.from({ length: machines }, (_, row) => loads?.[row] ?? 0),
    room,
    total: counts.reduce((sum, row) => [...row.values()].reduce((all, ones) => all + ones, sum), 0),
    rowMembers: Array.from({ length: machines }, (_, row) => [row]),
    columnMembers: Array.from({ length: parts }, (_, column) => [column]),
  };
  if (!merged) return plain;
  const columnsMerged = turned(mergeRows(turned(plain)));
  return room === Infinity ? mergeRows(columnsMerged) : { ...columnsMerged, loads: plain.loads, room };
}

/** The same problem with its sides exchanged; limits of room are dropped. */
export function turned(problem: CellProblem): CellProblem {
  const entries = Array.from({ length: problem.columns }, (): [number, number][] => []);
  problem.entries.forEach((row, at) => row.forEach(([column, ones]) => entries[column]?.push([at, ones])));
  return {
    rows: problem.columns,
    columns: problem.rows,
    entries,
    rowSizes: problem.columnSizes,
    columnSizes: problem.rowSizes,
    loads: problem.columnSizes.map(() => 0),
    room: Infinity,
    total: problem.total,
    rowMembers: problem.columnMembers,
    columnMembers: problem.rowMembers,
  };
}

function mergeRows(problem: CellProblem): CellProblem {
  const alike = new Map<string, number[]>();
  problem.entries.forEach((row, at) => {
    const key = `${problem.rowSizes[at] ?? 1};${row.map(([column, ones]) => `${column}:${ones}`).join(' ')}`;
    const group = alike.get(key);
    if (group) group.push(at);
    else alike.set(key, [at]);
  });
  const groups = [...alike.values()];
  return {
    ...problem,
    rows: groups.length,
    entries: groups.map((group) =>
      (problem.entries[group[0] ?? 0] ?? []).map(([column, ones]) => [column, ones * group.length] as const),
    ),
    rowSizes: groups.map((group) => group.reduce((sum, row) => sum + (problem.rowSizes[row] ?? 1), 0)),
    loads: groups.map(() => 0),
    rowMembers: groups.map((group) => group.flatMap((row) => problem.rowMembers[row] ?? [])),
  };
}
