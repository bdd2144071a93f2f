import type { CapabilityDemand } from '../capability/index.js';
import type { Step } from '../stream/index.js';
import type { Gate } from './gate.js';
import { fitOf, ownsStep, type Holder } from './holder.js';
import { conflictsOf } from './conflict-reasons.js';
import { doesStep, justify } from './justify.js';
import type { Ledger } from './ledger.js';
import type { RaciLetter } from './responsibility-matrix.js';

const NEIGHBOURS_LOOKED_AT = 8;
const OWNED_LOOKED_AT = 100;

/** true where the letter stands already, or would be accepted by itself as far as it does not rest on hours. */
export function wouldStand(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  letter: RaciLetter,
  step: Step,
): boolean {
  if (holder.role && gate.derivedCell(holder.role.key, step.key, letter)) return true;
  if (gate.unconnected.has(step.key)) return false;
  if (letter === 'A' && ledger.taker(step.key) !== null && ledger.taker(step.key)?.id !== holder.id)
    return false;
  if (justify(gate, ledger, holder, step, letter).length === 0) return false;
  return conflictsOf(gate, ledger, holder, step, letter).reasons.length === 0;
}

/** The step nearest in the stream for which the letter would be accepted; null where there is none, or no place to count from and nothing to do. */
export function nearestStep(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  letter: RaciLetter,
  from: Step | null,
): Step | null {
  const position = from?.position ?? 1;
  const other = (step: Step): boolean =>
    step.key !== from?.key && wouldStand(gate, ledger, holder, letter, step);
  switch (letter) {
    case 'R':
      return closest(doable(gate, holder, position, NEIGHBOURS_LOOKED_AT), position, other);
    case 'A':
      return nearestAccountable(gate, holder, position, other);
    case 'C':
    case 'I':
      return nearestTied(gate, ledger, holder, letter, position, other);
  }
}

function nearestAccountable(
  gate: Gate,
  holder: Holder,
  position: number,
  other: (step: Step) => boolean,
): Step | null {
  if (holder.owns.length > 0) {
    let looked = 0;
    for (const step of outward(gate.context.stream.steps, position, (candidate) => candidate.position)) {
      if (!ownsStep(holder, step)) continue;
      if (other(step)) return step;
      if (++looked >= OWNED_LOOKED_AT) break;
    }
  }
  const steps = holder.role ? (gate.accountableSteps.get(holder.role.key) ?? []) : [];
  return closest(steps, position, other);
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
  return closest(neighbours, position, (step) => !doesStep(gate, ledger, holder, step.key) && other(step));
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

/** Of several at the same distance the earlier one. */
function closest(steps: readonly Step[], position: number, fits: (step: Step) => boolean): Step | null {
  const distance = (step: Step): number => Math.abs(step.position - position);
  const near = [...new Set(steps)].sort((a, b) => distance(a) - distance(b) || a.position - b.position);
  return near.find(fits) ?? null;
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
