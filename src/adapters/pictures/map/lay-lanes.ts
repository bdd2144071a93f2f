import type { FlowOutline } from './flow-outline.js';

/** Something that stands in a lane: a place, or a block from its gate to its end. */
interface Item {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly block: Block | null;
}

/** Items that follow each other along one line. */
interface Strand {
  readonly items: Item[];
  /** A step with a rhythm of its own, which the line passes by. */
  readonly aside: boolean;
}

interface Block {
  readonly gate: number;
  readonly end: number;
  readonly heads: ReadonlySet<number>;
  readonly branches: Strand[][];
}

/** The lane of every place from the top, and of every branch in which nothing stands (by its gate). */
export interface Lanes {
  readonly laneOf: ReadonlyMap<number, number>;
  readonly emptyLaneOf: ReadonlyMap<number, number>;
}

/** Lays branches under each other, each in lanes of its own; what does not follow the line above starts a new one. */
export function layLanes(outline: FlowOutline, columns: ReadonlyMap<number, number>): Lanes {
  const root: Strand[] = [];
  const open: Block[] = [];
  const sequence = () => open.at(-1)?.branches.at(-1) ?? root;
  for (const place of outline.drawn) {
    const block = open.at(-1);
    if (block?.end === place) {
      open.pop();
      append(outline, sequence(), itemOfBlock(outline, block, columns));
      continue;
    }
    if (block && (block.heads.has(place) || block.branches.length === 0)) block.branches.push([]);
    const end = outline.endOf.get(place);
    if (end !== undefined) {
      const heads = new Set((outline.onward.get(place) ?? []).map((way) => way.to));
      open.push({ gate: place, end, heads, branches: [] });
    } else {
      const column = columns.get(place) ?? 0;
      const item = { first: place, last: place, left: column, right: column, height: 1, block: null };
      append(outline, sequence(), item);
    }
  }
  return resolved(outline, root, columns);
}

function append(outline: FlowOutline, strands: Strand[], item: Item): void {
  const aside = outline.rhythms.has(item.first);
  const strand = aside ? undefined : strands.findLast((one) => !one.aside);
  const before = strand?.items.at(-1);
  const follows = before && (outline.onward.get(before.last) ?? []).some((way) => way.to === item.first);
  if (strand && follows) strand.items.push(item);
  else strands.push({ items: [item], aside });
}

function itemOfBlock(outline: FlowOutline, block: Block, columns: ReadonlyMap<number, number>): Item {
  const column = (place: number) => columns.get(place) ?? 0;
  const items = block.branches.flat().flatMap((strand) => strand.items);
  const height = heightsOf(outline, block, columns).reduce((sum, one) => sum + one, 0);
  return {
    first: block.gate,
    last: block.end,
    left: items.reduce((least, item) => Math.min(least, item.left), column(block.gate)),
    right: items.reduce((most, item) => Math.max(most, item.right), column(block.end)),
    height: Math.max(1, height),
    block,
  };
}

/** The height of each branch in lanes; a branch in which nothing stands is the last, and one lane high. */
function heightsOf(outline: FlowOutline, block: Block, columns: ReadonlyMap<number, number>): number[] {
  const heights = block.branches.map((strands) => stack(outline, strands, columns).height);
  return block.heads.has(block.end) ? [...heights, 1] : heights;
}

/** More lanes than this are not searched for room; what finds none goes below all others. */
const MOST_SEARCHED = 48;

/** The lane of each strand, the first in which nothing else stands at its columns. */
function stack(
  outline: FlowOutline,
  strands: readonly Strand[],
  columns: ReadonlyMap<number, number>,
): { readonly height: number; readonly lanes: readonly number[] } {
  const taken: [left: number, right: number][][] = [];
  const lanes = strands.map((strand) => {
    const height = strand.items.reduce((most, item) => Math.max(most, item.height), 1);
    const left = strand.items.reduce((least, item) => Math.min(least, item.left), Infinity);
    const right = reachOf(outline, strand, columns);
    const free = (lane: number) => !taken[lane]?.some(([from, to]) => from <= right && left <= to);
    const fits = (lane: number) => Array.from({ length: height }, (_, nth) => lane + nth).every(free);
    let lane = 0;
    while (lane < taken.length && !(lane < MOST_SEARCHED && fits(lane)))
      lane = lane < MOST_SEARCHED ? lane + 1 : taken.length;
    for (let nth = lane; nth < lane + height; nth += 1) (taken[nth] ??= []).push([left, right]);
    return lane;
  });
  return { height: Math.max(1, taken.length), lanes };
}

/** The last column that a strand needs: up to where its line goes on. */
function reachOf(outline: FlowOutline, strand: Strand, columns: ReadonlyMap<number, number>): number {
  const right = strand.items.reduce((most, item) => Math.max(most, item.right), 0);
  const last = strand.items.at(-1)?.last ?? -1;
  const next = (outline.onward.get(last) ?? []).map((way) => (columns.get(way.to) ?? 0) - 1);
  return next.reduce((most, column) => Math.max(most, column), right);
}

function resolved(
  outline: FlowOutline,
  root: readonly Strand[],
  columns: ReadonlyMap<number, number>,
): Lanes {
  const laneOf = new Map<number, number>();
  const emptyLaneOf = new Map<number, number>();
  const open: { readonly strands: readonly Strand[]; readonly base: number }[] = [{ strands: root, base: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { lanes } = stack(outline, next.strands, columns);
    for (const [nth, strand] of next.strands.entries()) {
      const base = next.base + (lanes[nth] ?? 0);
      for (const { first, last, block } of strand.items) {
        laneOf.set(first, base);
        laneOf.set(last, base);
        if (!block) continue;
        let below = base;
        heightsOf(outline, block, columns).forEach((height, branch) => {
          const strands = block.branches[branch];
          if (strands) open.push({ strands, base: below });
          else emptyLaneOf.set(block.gate, below);
          below += height;
        });
      }
    }
  }
  return { laneOf: apart(outline, laneOf, columns), emptyLaneOf };
}

/** No two places in one cell: where ways run in a circle they might be. */
function apart(
  { drawn }: FlowOutline,
  laneOf: ReadonlyMap<number, number>,
  columns: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const lanes = new Map<number, number>();
  const taken = new Set<string>();
  let below = drawn.reduce((most, place) => Math.max(most, laneOf.get(place) ?? 0), 0);
  for (const place of drawn) {
    const column = columns.get(place) ?? 0;
    let lane = laneOf.get(place) ?? 0;
    if (taken.has(`${column} ${lane}`)) lane = below += 1;
    taken.add(`${column} ${lane}`);
    lanes.set(place, lane);
  }
  return lanes;
}
