import type { CapabilityDemand } from '../capability/index.js';
import type { Step } from '../stream/index.js';
import type { Gate } from './gate.js';
import { fitOf, ownsStep, type Holder } from './holder.js';
import { doesStep } from './justify.js';
import type { Ledger } from './ledger.js';
import type { RaciLetter } from './responsibility-matrix.js';

const NEIGHBOURS_LOOKED_AT = 8;

/** The step nearest in the stream for which the letter would be justified; null where there is none, or no place to count from and nothing to do. */
export function nearestStep(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  letter: RaciLetter,
  from: Step | null,
): Step | null {
  const position = from?.position ?? 1;
  const other = (step: Step): boolean => step.key !== from?.key;
  switch (letter) {
    case 'R':
      return closest(doable(gate, holder, position, 2).filter(other), position);
    case 'A':
      return nearestAccountable(gate, ledger, holder, position, other);
    case 'C':
    case 'I':
      return nearestTied(gate, ledger, holder, letter, position, other);
  }
}

function nearestAccountable(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  position: number,
  other: (step: Step) => boolean,
): Step | null {
  if (holder.owns.length > 0) {
    const free = (step: Step): boolean =>
      other(step) && ownsStep(holder, step) && ledger.taker(step.key) === null;
    for (const step of outward(gate.context.stream.steps, position, (candidate) => candidate.position)) {
      if (free(step)) return step;
    }
  }
  const steps = holder.role ? (gate.accountableSteps.get(holder.role.key) ?? []) : [];
  return closest(steps.filter(other), position);
}

/** A neighbour, in the flow, of the nearest steps that the holder does. */
function nearestTied(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  letter: 'C' | 'I',
  position: number,
  other: (step: Step) => boolean,
): Step | null {
  const { book } = gate;
  const neighbours = doable(gate, holder, position, NEIGHBOURS_LOOKED_AT).flatMap((step) => {
    const before = (book.arriving.get(step.key) ?? []).map(({ from }) => from);
    const after = letter === 'C' ? (book.leaving.get(step.key) ?? []).map(({ to }) => to) : [];
    return [...before, ...after].slice(0, NEIGHBOURS_LOOKED_AT).flatMap((key) => book.steps.get(key) ?? []);
  });
  const fitting = neighbours.filter((step) => other(step) && !doesStep(gate, ledger, holder, step.key));
  return closest(fitting, position);
}

/** Steps that the holder could do: for each capability the nearest few. */
function doable({ book }: Gate, holder: Holder, position: number, atMost: number): Step[] {
  const positionOf = (demand: CapabilityDemand): number => book.steps.get(demand.step)?.position ?? 0;
  return [...holder.skills.keys()].flatMap((capability) => {
    const near: Step[] = [];
    for (const demand of outward(book.asking.get(capability) ?? [], position, positionOf)) {
      const step = book.steps.get(demand.step);
      if (step && fitOf(holder, demand) === 'FITS') near.push(step);
      if (near.length >= atMost) break;
    }
    return near;
  });
}

function closest(steps: readonly Step[], position: number): Step | null {
  let best: Step | null = null;
  for (const step of steps) {
    const nearer =
      best === null ? -1 : Math.abs(step.position - position) - Math.abs(best.position - position);
    if (best === null || nearer < 0 || (nearer === 0 && step.position < best.position)) best = step;
  }
  return best;
}

/** Items that are ordered by position, from the nearest outwards. */
function* outward<T>(items: readonly T[], position: number, positionOf: (item: T) => number): Generator<T> {
  let after = firstAtOrBehind(items, position, positionOf);
  let before = after - 1;
  for (;;) {
    const left = items[before];
    const right = items[after];
    if (left === undefined && right === undefined) return;
    const toLeft = left === undefined ? Infinity : position - positionOf(left);
    const toRight = right === undefined ? Infinity : positionOf(right) - position;
    if (left !== undefined && toLeft <= toRight) {
      yield left;
      before--;
    } else if (right !== undefined) {
      yield right;
      after++;
    }
  }
}

function firstAtOrBehind<T>(items: readonly T[], position: number, positionOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && positionOf(item) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
