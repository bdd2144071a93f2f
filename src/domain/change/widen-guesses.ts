import type { Quantity } from '../shared/index.js';
import type { FlowArc, FlowNode, Step, ValueStream } from '../stream/index.js';
import { branchesOfChoices } from './branches-of-choices.js';
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

/**
 * Where one branch of a choice is a guess, the others range with it: what it takes less or more, they take more or less.
 * No branch goes further than the others leave room for, so that a guess is not moved by the width of its complement.
 */
function widenChoices(nodes: readonly FlowNode[], arcs: readonly FlowArc[]): readonly FlowArc[] {
  const ranges = new Map<FlowArc, Range>();
  for (const branches of branchesOfChoices(nodes, arcs).values()) {
    const told = branches.filter(({ share }) => share !== null);
    const shares = told.flatMap(({ share }) => share ?? []);
    if (!shares.some(isBare)) continue;
    const all = rangesOf(shares, told.length < branches.length);
    for (const [at, arc] of told.entries()) ranges.set(arc, all[at] ?? { low: 0, high: 1 });
  }
  return arcs.map((arc) => {
    const range = ranges.get(arc);
    return range && arc.share ? { ...arc, share: { ...arc.share, ...range } } : arc;
  });
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The shares of one choice, each as far as it may go while all of them come to the whole; untold: a branch that takes whatever is left. */
function rangesOf(shares: readonly Quantity[], untold: boolean): readonly Range[] {
  const guesses = shares.filter(isBare).map((share) => ({ ...capped(share), likely: share.likely }));
  const less = guesses.reduce((sum, { low, likely }) => sum + likely - low, 0);
  const more = guesses.reduce((sum, { high, likely }) => sum + high - likely, 0);
  const own = shares.map((share): Range => {
    const { low, high } = capped(share);
    if (isBare(share)) return { low, high };
    return { low: Math.min(low, share.likely - more), high: Math.max(high, share.likely + less) };
  });
  const lows = own.reduce((sum, { low }) => sum + low, 0);
  const highs = untold ? Infinity : own.reduce((sum, { high }) => sum + high, 0);
  const whole = untold ? 1 : shares.reduce((sum, { likely }) => sum + likely, 0);
  return own.map(({ low, high }, at) => {
    const likely = shares[at]?.likely ?? 0;
    return {
      low: Math.max(0, Math.min(likely, Math.max(low, whole - (highs - high)))),
      high: Math.min(1, Math.max(likely, Math.min(high, whole - (lows - low)))),
    };
  });
}
