import type { ProcessGraph, ProcessNode } from '../process/process-graph.js';
import { rankNodes } from '../process/rank-nodes.js';
import type { Lane } from '../process/lay-lanes.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything of a process stands; a lane is as high as its rows, a column as wide as a task and the gap behind it. */
export interface Placed {
  readonly pool: Box;
  readonly lanes: readonly Box[];
  readonly nodes: readonly Box[];
  readonly columns: readonly number[];
  /** The middle of the row of each node. */
  readonly rows: readonly number[];
  /** The pool of what is done outside, and the task of each node there; null where nothing is. */
  readonly outside: { readonly pool: Box; readonly tasks: ReadonlyMap<number, Box> } | null;
}

export const TASK: Pick<Box, 'width' | 'height'> = { width: 100, height: 80 };
/** Between columns: ways run up and down in it. Between rows: ways run along in it. */
export const GAP = { across: 70, along: 50 };
const LEFT = 160;
const HEAD = 30;
const PITCH = { x: TASK.width + GAP.across, y: TASK.height + GAP.along };

/** Places nodes by their rank from left to right and by their lane from top to bottom; no two boxes overlap. */
export function placeNodes(graph: ProcessGraph, lanes: readonly Lane[]): Placed {
  const columns = rankNodes(graph);
  const before = predecessors(graph);
  const rows = graph.nodes.map(() => 0);
  const middle = graph.nodes.map(() => 0);
  const boxes: Box[] = [];
  const right = LEFT + HEAD * 2 + columns.reduce((most, column) => Math.max(most, column + 1), 1) * PITCH.x;
  let top = 80;
  for (const lane of lanes) {
    const height = settleRows(lane.nodes, columns, before, rows) * PITCH.y;
    for (const index of lane.nodes)
      middle[index] = top + GAP.along / 2 + (rows[index] ?? 0) * PITCH.y + TASK.height / 2;
    boxes.push({ x: LEFT + HEAD, y: top, width: right - LEFT - HEAD, height });
    top += height;
  }
  const pool = { x: LEFT, y: 80, width: right - LEFT, height: top - 80 };
  const nodes = graph.nodes.map((node, index) =>
    around(columns[index] ?? 0, middle[index] ?? 0, sizeOf(node)),
  );
  return { pool, lanes: boxes, nodes, columns, rows: middle, outside: placeOutside(graph, columns, pool) };
}

function predecessors({ nodes, ways }: ProcessGraph): readonly number[][] {
  const before: number[][] = nodes.map(() => []);
  for (const { from, to, kind } of ways) if (kind !== 'RETURN') before[to]?.push(from);
  return before;
}

/** The row of what comes before where it is free, else the first free one; gives the number of rows. */
function settleRows(
  members: readonly number[],
  columns: readonly number[],
  before: readonly number[][],
  rows: number[],
): number {
  const here = new Set(members);
  const taken = new Map<number, Set<number>>();
  const ordered = [...members].sort((a, b) => (columns[a] ?? 0) - (columns[b] ?? 0) || a - b);
  let most = 1;
  for (const index of ordered) {
    const column = columns[index] ?? 0;
    const full = taken.get(column) ?? new Set<number>();
    const wished = (before[index] ?? []).flatMap((one) => (here.has(one) ? [rows[one] ?? 0] : []));
    let row = Math.min(...wished, most);
    if (full.has(row) || wished.length === 0) row = 0;
    while (full.has(row)) row++;
    full.add(row);
    taken.set(column, full);
    rows[index] = row;
    most = Math.max(most, row + 1);
  }
  return most;
}

function placeOutside(graph: ProcessGraph, columns: readonly number[], pool: Box): Placed['outside'] {
  const tasks = new Map<number, Box>();
  const used = new Map<number, number>();
  let rows = 0;
  const top = pool.y + pool.height + 60;
  graph.nodes.forEach(({ kind, step }, index) => {
    if (kind !== 'STEP' || !step?.outside) return;
    const column = columns[index] ?? 0;
    const row = used.get(column) ?? 0;
    used.set(column, row + 1);
    rows = Math.max(rows, row + 1);
    tasks.set(index, around(column, top + GAP.along / 2 + row * PITCH.y + TASK.height / 2, TASK));
  });
  return rows === 0 ? null : { pool: { ...pool, y: top, height: rows * PITCH.y }, tasks };
}

function around(column: number, middle: number, { width, height }: Pick<Box, 'width' | 'height'>): Box {
  const centre = LEFT + HEAD * 2 + GAP.across / 2 + column * PITCH.x + TASK.width / 2;
  return { x: centre - width / 2, y: middle - height / 2, width, height };
}

function sizeOf({ kind, step }: ProcessNode): Pick<Box, 'width' | 'height'> {
  if (kind === 'PARALLEL' || kind === 'EXCLUSIVE') return { width: 50, height: 50 };
  if (kind === 'MEND' || (kind === 'STEP' && !step?.outside)) return TASK;
  return { width: 36, height: 36 };
}
