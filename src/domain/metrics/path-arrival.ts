import type { FlowGraph } from './flow-graph.js';
import type { Regions } from './flow-regions.js';

/** When a unit comes to each node, as far as that is settled. */
export interface PathReading {
  readonly graph: FlowGraph;
  readonly regions: Regions;
  /** Passes of each node within its region. */
  readonly local: Float64Array;
  /** When a unit has passed the node, from the beginning of its region; NaN where none comes. */
  at(node: number): number;
  /** The longest branch of the block that a gate opens. */
  block(gate: number): Branch | undefined;
}

/** The branch of a block that takes longest: its time, the node at which it is left, and its region. */
export interface Branch {
  readonly time: number;
  readonly last: number;
  readonly region: number;
}

export const NO_BRANCH: Branch = { time: 0, last: -1, region: -1 };

/** What a time is the sum of: a node, and how often its own time is in it. */
export type Part = readonly [node: number, factor: number];

/** The gate of the block that ends here, with its longest branch. */
export function blockEndedBy(
  reading: PathReading,
  node: number,
): readonly [gate: number, branch: Branch] | null {
  const opener = openerOf(reading.graph, node);
  const branch = reading.block(opener);
  const mutual = reading.graph.flow.nodes[opener];
  if (!branch || !mutual || !('partner' in mutual) || mutual.partner !== node) return null;
  return [opener, branch];
}

/** When a unit comes to a node: through a block, over all branches of a choice, or over the longest of several ways. */
export function arrivalAt(reading: PathReading, node: number, region: number, parts?: Part[]): number {
  const { graph, regions } = reading;
  const block = blockEndedBy(reading, node);
  if (block) return throughBlock(reading, block[0], block[1], parts);
  const opener = openerOf(graph, node);
  const merges = graph.flow.nodes[node]?.kind === 'MERGE' && regions.regionOf[opener] === region;
  const base = merges ? reading.at(opener) : NaN;
  return Number.isNaN(base)
    ? longestWay(reading, node, region, parts)
    : allWays(reading, node, region, parts);
}

/** The gate that a node is the end of; -1 where it is none. */
export function openerOf(graph: FlowGraph, node: number): number {
  const gate = graph.flow.nodes[node];
  return gate && (gate.kind === 'JOIN' || gate.kind === 'MERGE') ? gate.partner : -1;
}

function throughBlock(reading: PathReading, opener: number, branch: Branch, parts?: Part[]): number {
  const passes = reading.local[opener] ?? 0;
  parts?.push([opener, 1]);
  if (branch.last >= 0) parts?.push([branch.last, passes]);
  return reading.at(opener) + passes * branch.time;
}

function longestWay(reading: PathReading, node: number, region: number, parts?: Part[]): number {
  let most = -1;
  for (const { from } of reading.graph.previous[node] ?? [])
    if (comesFrom(reading, from, region) && (most < 0 || reading.at(from) > reading.at(most))) most = from;
  if (most < 0) return NaN;
  parts?.push([most, 1]);
  return reading.at(most);
}

/** Each branch of a choice adds what it takes beyond the choice: its visits hold its share already. */
function allWays(reading: PathReading, node: number, region: number, parts?: Part[]): number {
  const opener = openerOf(reading.graph, node);
  const base = reading.at(opener);
  let time = base;
  parts?.push([opener, 1]);
  for (const { from } of reading.graph.previous[node] ?? []) {
    if (!comesFrom(reading, from, region)) continue;
    time += reading.at(from) - base;
    parts?.push([from, 1], [opener, -1]);
  }
  return time;
}

function comesFrom(reading: PathReading, node: number, region: number): boolean {
  return reading.regions.regionOf[node] === region && !Number.isNaN(reading.at(node));
}
