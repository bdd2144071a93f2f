import type { ProcessGraph, ProcessWay } from '../process/process-graph.js';
import { GAP, TASK, type Box, type Placed } from './place-nodes.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a track lies from the one beside it. */
const TRACK = 7;
const TRACKS = 5;

/**
 * Every way as right-angled lines from the right of one node to the left of another. Up and down it runs between columns,
 * along between rows, so that it crosses no node.
 */
export function routeWays({ ways }: ProcessGraph, placed: Placed): readonly (readonly Point[])[] {
  return ways.map((way, index) => route(way, index, placed));
}

function route({ from, to }: ProcessWay, index: number, placed: Placed): readonly Point[] {
  const { nodes, columns, rows } = placed;
  const start = rightOf(nodes[from]);
  const end = leftOf(nodes[to]);
  const next = (columns[to] ?? 0) - (columns[from] ?? 0) === 1;
  if (next && start.y === end.y) return [start, end];
  const leaving = cellRight(nodes[from]) + 12 + (index % TRACKS) * TRACK;
  if (next) return [start, { x: leaving, y: start.y }, { x: leaving, y: end.y }, end];
  const arriving = cellLeft(nodes[to]) - 12 - (index % 3) * TRACK;
  const below = (rows[from] ?? 0) + TASK.height / 2 + 10 + (index % TRACKS) * TRACK;
  return [
    start,
    { x: leaving, y: start.y },
    { x: leaving, y: below },
    { x: arriving, y: below },
    { x: arriving, y: end.y },
    end,
  ];
}

/** From the task outside, up between the columns, to the event that waits for it. */
export function routeMessage(task: Box, event: Box): readonly Point[] {
  const start = leftOf(task);
  const x = cellLeft(task) - GAP.across / 2;
  const below = event.y + event.height / 2 + TASK.height / 2 + GAP.along - 4;
  const centre = event.x + event.width / 2;
  return [
    start,
    { x, y: start.y },
    { x, y: below },
    { x: centre, y: below },
    { x: centre, y: event.y + event.height },
  ];
}

function rightOf(box: Box | undefined): Point {
  return box ? { x: box.x + box.width, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}

function leftOf(box: Box | undefined): Point {
  return box ? { x: box.x, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}

function cellRight(box: Box | undefined): number {
  return box ? box.x + box.width / 2 + TASK.width / 2 : 0;
}

function cellLeft(box: Box | undefined): number {
  return box ? box.x + box.width / 2 - TASK.width / 2 : 0;
}
