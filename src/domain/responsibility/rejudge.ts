import type { Step } from '../stream/index.js';
import { examine, type Examined } from './examine.js';
import { stepLeft, type Found } from './find-cited.js';
import { fitHours } from './fit-hours.js';
import { gateOf, openLedger, type Gate } from './gate.js';
import type { GateContext } from './gate-context.js';
import type { Ledger } from './ledger.js';
import type { Assignment, JudgedAssignment, RefusalReason } from './verdict.js';

/** An assignment and what the gate says of it now; it stands where lost is empty. */
export interface Settled<A extends Assignment> {
  readonly assignment: A;
  readonly exam: Examined;
  readonly lost: readonly RefusalReason[];
}

/**
 * Holds every kept assignment against the stream as it stands, in the order of acceptance (R before A before C and I,
 * since those rest on what is done): of two that exclude each other by now the earlier one stands.
 */
export function rejudge<A extends Assignment>(
  context: GateContext,
  assignments: readonly A[],
): JudgedAssignment<A>[] {
  const gate = gateOf(context);
  return settleAssignments(gate, openLedger(gate), assignments).map(({ assignment, lost }) => ({
    assignment,
    stillJustified: lost.length === 0,
    lost,
  }));
}

/** The matrix and every kept assignment that still stands. */
export function standingLedger(gate: Gate, assignments: readonly Assignment[]): Ledger {
  const ledger = openLedger(gate);
  settleAssignments(gate, ledger, assignments);
  return ledger;
}

/** Judges kept assignments one after the other and enters those that stand; answers in the order given. */
export function settleAssignments<A extends Assignment>(
  gate: Gate,
  ledger: Ledger,
  assignments: readonly A[],
): Settled<A>[] {
  const order = assignments
    .map((assignment, position) => ({ assignment, position }))
    .sort((a, b) => turnOf(a.assignment) - turnOf(b.assignment) || a.position - b.position);
  const settled: Settled<A>[] = [];
  for (const { assignment, position } of order) settled[position] = settle(gate, ledger, assignment);
  return settled;
}

function turnOf({ letter }: Assignment): number {
  return letter === 'R' ? 0 : letter === 'A' ? 1 : 2;
}

function settle<A extends Assignment>(gate: Gate, ledger: Ledger, assignment: A): Settled<A> {
  const { holder: name, step: kept, letter } = assignment;
  const exam = examine(
    gate,
    ledger,
    { holder: name, step: kept.key, letter, reason: null },
    stillThere(gate, assignment),
  );
  const { holder, step } = exam;
  if (!holder || !step || exam.reasons.length > 0) return { assignment, exam, lost: exam.reasons };
  const fit = fitHours(gate, ledger, exam);
  if (fit.reason) return { assignment, exam, lost: [fit.reason] };
  ledger.enter(holder, step, letter);
  ledger.addHours(holder, fit.takes);
  if (letter === 'A' && gate.accountable.get(step.key) !== holder.role) ledger.enterTaker(holder, step);
  return { assignment, exam, lost: [] };
}

/** By its key alone: a step that came later under the old name is another step. */
function stillThere(gate: Gate, { step: kept }: Assignment): Found<Step> {
  const step = gate.book.steps.get(kept.key);
  return step ? { found: step, reason: null } : { found: null, reason: stepLeft(gate, kept.name) };
}
