import type { RowLayout } from './lay-rows.js';
import { mapEnds } from './map-ends.js';
import type { MapPlan } from './plan-map.js';

/** What a sign of the map stands for. */
export type Sign =
  | 'line'
  | 'critical'
  | 'return'
  | 'buffer'
  | 'PUSH'
  | 'PULL'
  | 'FIFO'
  | 'all'
  | 'one'
  | 'system'
  | 'word'
  | 'delivery'
  | 'handOff'
  | 'nobody'
  | 'outside'
  | 'pain'
  | 'seam'
  | 'letter';

/** The signs that a map uses, so that its legend explains no others. */
export function signsOf(plan: MapPlan, { rows, returns }: RowLayout): Readonly<Record<Sign, boolean>> {
  const cells = [...plan.cells.values()];
  const nodes = cells.map(({ place }) => plan.stream.flow.nodes[place]?.kind);
  const { steps } = plan.stream;
  const kinds = new Set(nodes);
  return {
    line: true,
    critical: cells.some(({ critical }) => critical),
    return: returns.length > 0,
    buffer: kinds.has('WAIT') || kinds.has('STOCK'),
    PUSH: passes(plan, 'PUSH'),
    PULL: passes(plan, 'PULL'),
    FIFO: passes(plan, 'FIFO'),
    all: kinds.has('FORK') || kinds.has('JOIN'),
    one: kinds.has('CHOICE') || kinds.has('MERGE'),
    system: steps.some(({ systems }) => systems.length > 0),
    word: rows.some(({ corner, lines }) => corner !== null || lines.some(({ asking }) => asking !== null)),
    delivery: plan.stream.supplier !== null || mapEnds(plan).last !== null,
    handOff: plan.handedOver.size > 0,
    nobody: steps.some(({ performers, outside }) => performers.length === 0 && !outside),
    outside: steps.some(({ outside }) => outside),
    pain: plan.pains.length > 0,
    seam: plan.seams.size > 0 || plan.ownSeams.size > 0,
    letter: rows.length > 1 || plan.ways.some(({ jump }) => jump),
  };
}

function passes({ ways }: MapPlan, kind: 'PUSH' | 'PULL' | 'FIFO'): boolean {
  return ways.some(({ passing }) => passing?.kind === kind);
}
