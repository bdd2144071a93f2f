import type { Quantity } from '../shared/index.js';
import type { FlowArc, FlowNode, Step, ValueStream } from '../stream/index.js';
import { GUESS_WIDTH } from './number-to-find-out.js';

/** The stream with every guess that is told as one number as a range, 30 % less to 30 % more; all else as it is told. */
export function widenGuesses(stream: ValueStream): ValueStream {
  const { steps, flow, demandPerWeek } = stream;
  return {
    ...stream,
    steps: steps.map(widenStep),
    demandPerWeek: widen(demandPerWeek),
    flow: {
      ...flow,
      nodes: flow.nodes.map(widenBuffer),
      arcs: widenChoices(
        flow.nodes,
        flow.arcs.map((arc) =>
          arc.kind === 'RETURN' ? { ...arc, share: capped(arc.share), time: widen(arc.time) } : arc,
        ),
      ),
      losses: flow.losses.map((loss) => ({ ...loss, share: capped(loss.share) })),
    },
  };
}

function isBare({ low, high, source }: Quantity): boolean {
  return source === 'GUESS' && !(low < high);
}

function widen<T extends Quantity | null>(told: T): T {
  if (!told || !isBare(told)) return told;
  return { ...told, low: told.likely * (1 - GUESS_WIDTH), high: told.likely * (1 + GUESS_WIDTH) };
}

/** A share is never more than all. */
function capped<T extends Quantity | null>(told: T): T {
  const wide = widen(told);
  return wide && wide !== told ? { ...wide, high: Math.min(Math.max(1, wide.likely), wide.high) } : wide;
}

function widenStep(step: Step): Step {
  const { processTime, leadTime, everySeconds } = step;
  return {
    ...step,
    processTime: widen(processTime),
    leadTime: widen(leadTime),
    everySeconds: widen(everySeconds),
  };
}

function widenBuffer(node: FlowNode): FlowNode {
  if (node.kind === 'WAIT') return { ...node, time: widen(node.time) };
  return node.kind === 'STOCK' ? { ...node, units: widen(node.units) } : node;
}

/** Where one branch of a choice is a guess, the others range with it: what it takes less or more, they take more or less. */
function widenChoices(nodes: readonly FlowNode[], arcs: readonly FlowArc[]): readonly FlowArc[] {
  const up = new Map<number, number>();
  const down = new Map<number, number>();
  for (const { from, kind, share } of arcs) {
    if (kind !== 'NEXT' || !share || nodes[from]?.kind !== 'CHOICE' || !isBare(share)) continue;
    const { low, high } = capped(share);
    up.set(from, Math.max(up.get(from) ?? 0, high - share.likely));
    down.set(from, Math.max(down.get(from) ?? 0, share.likely - low));
  }
  return arcs.map((arc) => {
    const { from, kind, share } = arc;
    const most = up.get(from);
    if (kind !== 'NEXT' || !share || most === undefined) return arc;
    const wide = capped(share);
    const low = Math.max(0, Math.min(wide.low, share.likely - most));
    const high = Math.min(1, Math.max(wide.high, share.likely + (down.get(from) ?? 0)));
    return { ...arc, share: { ...share, low, high } };
  });
}
