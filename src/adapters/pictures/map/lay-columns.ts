import type { FlowOutline } from './flow-outline.js';

/** The column of every place: behind all that lead to it, and the end of a block behind all that stands in it. */
export function layColumns(outline: FlowOutline): ReadonlyMap<number, number> {
  const links = linksOf(outline);
  const open = new Map(outline.drawn.map((place) => [place, 0]));
  for (const targets of links.values()) for (const to of targets) open.set(to, (open.get(to) ?? 0) + 1);
  const columns = new Map<number, number>();
  const settle = (place: number) => {
    const column = columns.get(place) ?? 0;
    columns.set(place, column);
    return (links.get(place) ?? []).filter((to) => {
      columns.set(to, Math.max(columns.get(to) ?? 0, standsBelow(outline, place, to) ? column : column + 1));
      open.set(to, (open.get(to) ?? 1) - 1);
      return open.get(to) === 0;
    });
  };
  const ready = outline.drawn.filter((place) => open.get(place) === 0).reverse();
  for (let place = ready.pop(); place !== undefined; place = ready.pop())
    ready.push(...settle(place).reverse());
  return withRhythms(outline, untangled(outline, columns, open));
}

/** Steps with a rhythm of their own that stand at the end of the text stand below the last steps that are in no block; behind the flow where there are none. */
function withRhythms(
  outline: FlowOutline,
  columns: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const { drawn, rhythms } = outline;
  const settled = new Map(columns);
  const flow = drawn.filter((place) => !rhythms.has(place));
  const behind = drawn.slice(drawn.indexOf(flow.at(-1) ?? -1) + 1);
  if (behind.length === 0) return settled;
  const last = flow.reduce((most, place) => Math.max(most, columns.get(place) ?? 0), -1);
  const above = openColumns(outline, flow, columns).slice(-behind.length);
  behind.forEach((place, nth) => settled.set(place, above[nth % above.length] ?? last + 1 + nth));
  return settled;
}

/** The columns of steps that stand in no block, from the left. */
function openColumns(
  { nodes, endOf }: FlowOutline,
  flow: readonly number[],
  columns: ReadonlyMap<number, number>,
): readonly number[] {
  const change = new Map<number, number>();
  const add = (column: number, by: number) => change.set(column, (change.get(column) ?? 0) + by);
  for (const [gate, end] of endOf) {
    add(columns.get(gate) ?? 0, 1);
    add(columns.get(end) ?? 0, -1);
  }
  const steps = new Set(
    flow.flatMap((place) => (nodes[place]?.kind === 'STEP' ? [columns.get(place) ?? 0] : [])),
  );
  const last = flow.reduce((most, place) => Math.max(most, columns.get(place) ?? 0), -1);
  const found: number[] = [];
  for (let column = 0, open = 0; column <= last; column += 1) {
    open += change.get(column) ?? 0;
    if (open === 0 && steps.has(column)) found.push(column);
  }
  return found;
}

/** A step with a rhythm of its own stands below the step before it; below a gate lines run down. */
function standsBelow({ rhythms, nodes }: FlowOutline, before: number, place: number): boolean {
  return rhythms.has(place) && !('partner' in (nodes[before] ?? {}));
}

/** The ways, and what keeps those places where they belong that no way leads to or from. */
function linksOf(outline: FlowOutline): Map<number, number[]> {
  const entries = new Set(outline.entries);
  const links = new Map<number, number[]>();
  const link = (from: number, to: number) => {
    const targets = links.get(from);
    if (targets) targets.push(to);
    else links.set(from, [to]);
  };
  for (const { from, to } of outline.ways) link(from, to);
  const blocks: { readonly gate: number; readonly end: number }[] = [];
  outline.drawn.forEach((place, nth) => {
    const before = outline.drawn[nth - 1];
    const block = blocks.at(-1);
    if (block && place === block.end) blocks.pop();
    if (!outline.incoming.has(place) && !entries.has(place) && before !== undefined) link(before, place);
    const around = blocks.at(-1);
    if (around) {
      const own = outline.endOf.get(place) ?? place;
      const stays = (outline.onward.get(own) ?? []).some(({ to }) => to > around.gate && to <= around.end);
      if (!stays) link(own, around.end);
    }
    const end = outline.endOf.get(place);
    if (end !== undefined) blocks.push({ gate: place, end });
  });
  return links;
}

/** Where ways run in a circle their places follow each other as they stand in the text. */
function untangled(
  { drawn }: FlowOutline,
  columns: ReadonlyMap<number, number>,
  open: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const settled = new Map(columns);
  let last = -1;
  for (const place of drawn) {
    if ((open.get(place) ?? 0) > 0) settled.set(place, Math.max(last + 1, columns.get(place) ?? 0));
    last = settled.get(place) ?? last;
  }
  return settled;
}
