import type { Step } from '../stream/index.js';
import { examine, type Examined } from './examine.js';
import { stepLeft, type Found } from './find-cited.js';
import { fitHours } from './fit-hours.js';
import { gateOf, openLedger, type Gate } from './gate.js';
import type { GateContext } from './gate-context.js';
import type { Ledger } from './ledger.js';
import { lostReasons } from './lost-reasons.js';
import type { Assignment, JudgedAssignment, RefusalReason } from './verdict.js';
import { Workload, type Doing } from './workload.js';

/** An assignment and what the gate says of it now; it stands where lost is empty. */
export interface Settled<A extends Assignment = Assignment> {
  readonly assignment: A;
  readonly exam: Examined;
  readonly lost: readonly RefusalReason[];
}

/** What stands: the matrix, and the kept assignments in the order given, each with what the gate says of it now. */
export interface Standing<A extends Assignment = Assignment> {
  readonly ledger: Ledger;
  readonly settled: readonly Settled<A>[];
}

/**
 * Holds every kept assignment against the stream as it stands, in the order of acceptance (R before A before C and I,
 * since those rest on what is done): of two that exclude each other by now the earlier one stands.
 */
export function rejudge<A extends Assignment>(
  context: GateContext,
  assignments: readonly A[],
): JudgedAssignment<A>[] {
  return settleAssignments(gateOf(context), assignments).settled.map(({ assignment, lost }) => ({
    assignment,
    stillJustified: lost.length === 0,
    lost,
  }));
}

/**
 * The matrix and every kept assignment that still stands. A step is shared by those who keep it: where somebody has not
 * the hours, the others' shares grow, until nobody more drops out.
 */
export function settleAssignments<A extends Assignment>(gate: Gate, assignments: readonly A[]): Standing<A> {
  let standing = settleWith(gate, assignments, null);
  for (;;) {
    const doings = doingsOf(standing.settled);
    const next = settleWith(gate, assignments, doings);
    if (doingsOf(next.settled).length >= doings.length) return next;
    standing = next;
  }
}

/** What people do by the assignments that stand. */
export function doingsOf(settled: readonly Settled[]): Doing[] {
  return settled.flatMap(({ exam: { holder, step, wish }, lost }) =>
    holder && step && wish.letter === 'R' && lost.length === 0 ? [{ holder, step }] : [],
  );
}

/** Settles one assignment after the other; doings tells who shares the steps, null holds no hours against anybody. */
function settleWith<A extends Assignment>(
  gate: Gate,
  assignments: readonly A[],
  doings: readonly Doing[] | null,
): Standing<A> {
  const ledger = openLedger(gate);
  const workload = doings && new Workload(gate, doings);
  const order = assignments
    .map((assignment, position) => ({ assignment, position }))
    .sort((a, b) => turnOf(a.assignment) - turnOf(b.assignment) || a.position - b.position);
  const settled: Settled<A>[] = [];
  for (const { assignment, position } of order)
    settled[position] = settle(gate, ledger, workload, assignment);
  return { ledger, settled };
}

function turnOf({ letter }: Assignment): number {
  return letter === 'R' ? 0 : letter === 'A' ? 1 : 2;
}

function settle<A extends Assignment>(
  gate: Gate,
  ledger: Ledger,
  workload: Workload | null,
  assignment: A,
): Settled<A> {
  const { holder: name, step: kept, letter } = assignment;
  const wish = { holder: name, step: kept.key, letter, reason: null };
  const exam = examine(gate, ledger, wish, stillThere(gate, assignment));
  const { holder, step } = exam;
  if (!holder || !step || exam.reasons.length > 0)
    return { assignment, exam, lost: lostReasons(gate, assignment, exam) };
  const fit = workload && fitHours(gate, workload, exam);
  if (fit?.reason) return { assignment, exam, lost: [fit.reason] };
  ledger.enter(holder, step, letter);
  if (fit) workload?.add(holder, fit.takes);
  if (letter === 'A' && gate.accountable.get(step.key) !== holder.role) ledger.enterTaker(holder, step);
  return { assignment, exam, lost: [] };
}

/** By its key alone: a step that came later under the old name is another step. */
function stillThere(gate: Gate, { step: kept }: Assignment): Found<Step> {
  const step = gate.book.steps.get(kept.key);
  return step
    ? { found: step, reason: null, told: null }
    : { found: null, reason: stepLeft(gate, kept.name), told: null };
}
