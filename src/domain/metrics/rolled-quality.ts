import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
  type Quantity,
} from '../shared/index.js';
import { CONVENTIONS } from './conventions.js';
import { fillShares } from './fill-shares.js';
import type { RangeEnd } from './flow-graph.js';
import { cutRegions, type Region, type Regions } from './flow-regions.js';
import { isPerUnit, isReckoned, type FlowReckoning } from './reckon-flow.js';

/** The rolled %C&A over the steps that have one; what is unknown could only lower it, so its text says "at most". */
export function figureRolled(reckoning: FlowReckoning): Figure {
  const { graph, stream } = reckoning;
  const onPath = stream.steps.filter((step) => {
    const node = graph.nodeOf.get(step.key) ?? -1;
    return isPerUnit(step) && (!graph.reached[node] || graph.counted[node]);
  });
  const known = onPath.filter(
    (step) => step.completeAndAccurate && isReckoned(reckoning, graph.nodeOf.get(step.key) ?? -1),
  );
  const partial = known.length < onPath.length;
  const ground: FigureGround = {
    unit: 'FRACTION',
    convention: CONVENTIONS.rolled,
    measuredSteps: known.length,
    ofSteps: onPath.length,
    source: derivedSource(
      known.flatMap((step) => (step.completeAndAccurate ? [step.completeAndAccurate.source] : [])),
    ),
    atLeast: false,
    measuredWord: 'steps have a %C&A',
    floorWord: partial ? 'at most' : '',
  };
  if (known.length === 0) return unknownFigure('no step has a %C&A yet', ground);
  const regions = cutRegions(graph, graph.order ?? [], ['FORK', 'CHOICE']);
  const at = (end: RangeEnd) => new QualityRoll(reckoning, regions, end).whole();
  return knownFigure(at('likely'), { ...ground, low: at('low'), high: at('high') });
}

class QualityRoll {
  /** Per region: the product over what is in it. */
  private readonly products: Float64Array;
  /** The share of units that pass a node once, for choices whose block does not hold together. */
  private readonly shares: Float64Array;

  constructor(
    private readonly reckoning: FlowReckoning,
    private readonly regions: Regions,
    private readonly end: RangeEnd,
  ) {
    this.products = new Float64Array(regions.list.length);
    this.shares = singlePassShares(reckoning, end);
  }

  whole(): number {
    for (let index = this.regions.list.length - 1; index >= 0; index -= 1) {
      const region = this.regions.list[index];
      if (region) this.products[index] = this.product(region);
    }
    return this.products[0] ?? 1;
  }

  private product(region: Region): number {
    const entering = region.into ? (this.shares[region.into.to] ?? 1) : 1;
    let product = 1;
    for (const node of region.nodes) {
      product *= this.quality(node, entering);
      if (this.regions.branches.has(node)) product *= this.block(node);
    }
    return product;
  }

  private quality(node: number, entering: number): number {
    const { graph } = this.reckoning;
    const step = graph.steps[node];
    const accuracy = step?.completeAndAccurate?.[this.end];
    if (!step || accuracy === undefined || !isPerUnit(step) || !graph.counted[node]) return 1;
    if (!isReckoned(this.reckoning, node)) return 1;
    const share = entering > 0 ? Math.min(1, (this.shares[node] ?? 1) / entering) : 1;
    return 1 - share * (1 - accuracy);
  }

  private block(gate: number): number {
    const branches = (this.regions.branches.get(gate) ?? []).map((index) => ({
      index,
      region: this.regions.list[index],
    }));
    const onward = branches.filter(({ index, region }) => this.goesOn(index, region));
    if (this.reckoning.graph.flow.nodes[gate]?.kind === 'FORK') {
      return onward.reduce((all, { index }) => all * (this.products[index] ?? 1), 1);
    }
    const bypass = (this.reckoning.graph.next[gate] ?? []).filter(
      (arc) => !branches.some((one) => one.region?.into === arc),
    );
    const told = [
      ...onward.map(({ index, region }) => ({
        share: region?.into?.share ?? null,
        product: this.products[index] ?? 1,
      })),
      ...bypass.map(({ share }) => ({ share, product: 1 })),
    ];
    const ways = this.settled(told);
    const sum = ways.reduce((total, way) => total + way.share, 0);
    const open = (this.reckoning.graph.next[gate] ?? []).some((arc) => arc.share === null);
    const rest = open ? Math.max(0, 1 - sum) : 0;
    if (sum + rest <= 0) return 1;
    return (ways.reduce((total, way) => total + way.share * way.product, 0) + rest) / (sum + rest);
  }

  /** The shares that make the product least or most, adding up as the likely ones do. */
  private settled(
    told: readonly { readonly share: Quantity | null; readonly product: number }[],
  ): readonly { readonly share: number; readonly product: number }[] {
    const likely = told.map(({ share }) => share?.likely ?? 0);
    if (this.end === 'likely') return told.map(({ product }, at) => ({ share: likely[at] ?? 0, product }));
    const options = told.map(({ share, product }) => ({
      low: share?.low ?? 0,
      high: share?.high ?? 0,
      worth: product,
    }));
    const whole = likely.reduce((sum, share) => sum + share, 0);
    const shares = fillShares(options, Math.min(1, whole), this.end === 'low' ? -1 : 1);
    return told.map(({ product }, at) => ({ share: shares[at] ?? 0, product }));
  }

  /** A branch that stops on purpose is no part of what the next step gets. */
  private goesOn(index: number, region: Region | undefined): boolean {
    const ways = this.reckoning.graph.previous[region?.end ?? -1] ?? [];
    return ways.some((arc) => this.regions.regionOf[arc.from] === index);
  }
}

function singlePassShares({ graph }: FlowReckoning, end: RangeEnd): Float64Array {
  const shares = new Float64Array(graph.size);
  for (const entry of graph.flow.entries) shares[entry] = 1;
  for (const node of graph.order ?? []) {
    const gate = graph.flow.nodes[node];
    const kind = gate?.kind;
    const opener = gate && 'partner' in gate ? graph.flow.nodes[gate.partner] : undefined;
    if (gate?.kind === 'MERGE' && opener && 'partner' in opener && opener.partner === node) {
      shares[node] = shares[gate.partner] ?? 0;
      continue;
    }
    const ways = (graph.previous[node] ?? []).map((arc) => {
      const chosen = graph.flow.nodes[arc.from]?.kind === 'CHOICE' ? (arc.share?.[end] ?? 0) : 1;
      return (shares[arc.from] ?? 0) * chosen;
    });
    const sum =
      kind === 'MERGE'
        ? ways.reduce((total, way) => total + way, 0)
        : ways.reduce((most, way) => Math.max(most, way), 0);
    shares[node] = Math.min(1, Math.max(shares[node] ?? 0, sum));
  }
  return shares;
}
