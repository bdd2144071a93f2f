import type { Quantity } from '../../../domain/index.js';
import type { ProcessGraph, ProcessWay } from './process-graph.js';

/** A way from one step to the next, through the gates and waits between them. */
export interface StepWay {
  /** Positions of nodes; null: it begins with the start, or ends. */
  readonly from: number;
  readonly to: number;
  /** The ways that it is made of, in their order. */
  readonly through: readonly ProcessWay[];
  readonly kind: ProcessWay['kind'];
  /** A choice on it lets only some units take it. */
  readonly chosen: boolean;
  /** All shares of choices on it multiplied; null where one is not known. */
  readonly share: number | null;
}

/** Gates and waits that are looked through behind one place, so that long rows of choices stay affordable. */
const MOST_BETWEEN = 200;

/** All ways between steps, and from the starts and to the ends, in the order of the text; behind them what goes back and what is put right, once each. */
export function stepWays({ nodes, ways }: ProcessGraph): readonly StepWay[] {
  const out: ProcessWay[][] = nodes.map(() => []);
  const places = new Map<unknown, number>();
  nodes.forEach(({ kind, step }, index) => kind === 'STEP' && places.set(step, index));
  const apart: StepWay[] = [];
  for (const way of ways) {
    const { origin, kind, to, target, share } = way;
    const from = origin === null ? undefined : places.get(nodes[origin]?.step);
    if (origin === null) out[way.from]?.push(way);
    else if (from !== undefined) {
      const back = kind === 'RETURN' ? (target ?? to) : to;
      apart.push({ from, to: back, through: [way], kind, chosen: true, share: share?.likely ?? null });
    }
  }
  const isPlace = (index: number) => ['STEP', 'MEND', 'START', 'END'].includes(nodes[index]?.kind ?? '');
  const isChoice = ({ told, from }: ProcessWay) => told && nodes[from]?.madeFor !== 'LEAVING';
  return [
    ...nodes.flatMap((_, from) => (isPlace(from) ? waysFrom(from, out, isPlace, isChoice) : [])),
    ...apart,
  ];
}

function waysFrom(
  from: number,
  out: readonly ProcessWay[][],
  isPlace: (index: number) => boolean,
  isChoice: (way: ProcessWay) => boolean,
): StepWay[] {
  const found: StepWay[] = [];
  const open: StepWay[] = [{ from, to: from, through: [], kind: 'NEXT', chosen: false, share: 1 }];
  for (let head = 0; head < open.length && head < MOST_BETWEEN; head++) {
    const so = open[head];
    if (!so) break;
    for (const way of out[so.to] ?? []) {
      const choice = isChoice(way);
      const on = {
        from,
        to: way.to,
        through: [...so.through, way],
        kind: way.kind === 'NEXT' ? so.kind : way.kind,
        chosen: so.chosen || choice,
        share: choice ? times(so.share, way.share) : so.share,
      };
      if (isPlace(way.to)) found.push(on);
      else open.push(on);
    }
  }
  return found;
}

function times(share: number | null, own: Quantity | null): number | null {
  return share === null || own === null ? null : share * own.likely;
}
