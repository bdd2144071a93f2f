import type { PathReading } from './path-arrival.js';

/** A region of a settled walk, with what passing a part of it again needs. */
export interface RegionPlan {
  /** In flow order. */
  readonly nodes: readonly number[];
  /** Where units leave it (or end), as far as any come there. */
  readonly outlets: readonly number[];
  /** When the last of them leaves it; -Infinity where none does. */
  readonly longest: number;
  readonly isSeed: (node: number) => boolean;
  /** true where everything behind this place is reached over it alone: where it moves, all behind it moves alike. */
  readonly isCut: (place: number) => boolean;
  /** What in the region rests on a node right before it. */
  readonly behind: (node: number) => readonly number[];
}

export interface RegionShape {
  readonly placeOf: (node: number) => number;
  readonly isSeed: (node: number) => boolean;
  readonly outlets: readonly number[];
}

/** The plan of one region, in linear time. */
export function layOut(
  walk: PathReading,
  region: number,
  { placeOf, isSeed, outlets }: RegionShape,
): RegionPlan {
  const nodes = walk.regions.list[region]?.nodes ?? [];
  const behind = (node: number) => restsOn(walk, region, node);
  const over = new Int32Array(nodes.length + 1);
  const passOver = (from: number, to: number) => {
    over[from] = (over[from] ?? 0) + 1;
    over[to] = (over[to] ?? 0) - 1;
  };
  nodes.forEach((node, place) => {
    if (isSeed(node)) passOver(0, place);
    for (const next of behind(node)) if (placeOf(next) > place) passOver(place + 1, placeOf(next));
  });
  for (let place = 1; place < over.length; place += 1)
    over[place] = (over[place] ?? 0) + (over[place - 1] ?? 0);
  const left = outlets.filter((node) => !Number.isNaN(walk.at(node)));
  return {
    nodes,
    outlets: left,
    longest: left.reduce((most, node) => Math.max(most, walk.at(node)), -Infinity),
    isSeed,
    isCut: (place) => over[place] === 0,
    behind,
  };
}

function restsOn({ graph, regions }: PathReading, region: number, node: number): readonly number[] {
  const ways = (graph.next[node] ?? []).map(({ to }) => to);
  const here = graph.flow.nodes[node];
  if (here?.kind === 'FORK' || here?.kind === 'CHOICE') ways.push(here.partner);
  return ways.filter((to) => regions.regionOf[to] === region);
}
