import type { ApartSet, Duty } from './apart-book.js';
import { clash } from './apart-book.js';
import { contradictsDuty, contradictsHeld, contradictsOther, mustStayApart } from './conflict-reasons.js';
import type { Examined } from './examine.js';
import type { Gate } from './gate.js';
import type { Holder } from './holder.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { gather } from './step-book.js';
import type { RefusalReason } from './verdict.js';

/** A wish that would be accepted by itself. */
interface Candidate {
  readonly holder: Holder;
  readonly step: Step;
  readonly letter: RaciLetter;
}

type Step = NonNullable<Examined['step']>;

/** Refuses each of two wishes of one call that exclude each other, in whatever order they stand. */
export function excludeEachOther(gate: Gate, exams: readonly Examined[]): Examined[] {
  const inCell = new Map<string, Candidate[]>();
  const accountable = new Map<string, Candidate[]>();
  const duties = new Map<string, Duty[]>();
  for (const exam of exams) {
    const candidate = candidateOf(exam);
    if (!candidate) continue;
    const { holder, step, letter } = candidate;
    gather(inCell, cellOf(candidate), candidate);
    if (letter === 'A') gather(accountable, step.key, candidate);
    if (letter === 'C' || letter === 'I') continue;
    for (const set of gate.apart.get(step.key) ?? [])
      gather(duties, dutyPlace(holder, set), { step, letter });
  }
  return exams.map((exam) => {
    const candidate = candidateOf(exam);
    if (!candidate) return exam;
    const reasons = [
      ...cellReasons(candidate, inCell.get(cellOf(candidate)) ?? []),
      ...accountableReasons(candidate, accountable.get(candidate.step.key) ?? []),
      ...dutyReasons(candidate, gate.apart.get(candidate.step.key) ?? [], duties),
    ];
    return reasons.length > 0 ? { ...exam, reasons } : exam;
  });
}

function candidateOf({ holder, step, wish, inForce, reasons }: Examined): Candidate | null {
  return holder && step && !inForce && reasons.length === 0 ? { holder, step, letter: wish.letter } : null;
}

function cellOf({ holder, step }: Candidate): string {
  return `${holder.id}\n${step.key}`;
}

function dutyPlace(holder: Holder, set: ApartSet): string {
  return `${holder.id}\n${set.id}`;
}

function cellReasons({ holder, step, letter }: Candidate, cell: readonly Candidate[]): RefusalReason[] {
  if (letter !== 'C' && letter !== 'I') return [];
  const others = [...new Set(cell.map((other) => other.letter))].filter((other) => other !== letter).sort();
  return others.length > 0 ? [contradictsHeld(holder, step, letter, others)] : [];
}

function accountableReasons(
  { holder, step, letter }: Candidate,
  wished: readonly Candidate[],
): RefusalReason[] {
  if (letter !== 'A') return [];
  const other = wished.find((candidate) => candidate.holder.id !== holder.id);
  return other ? [contradictsOther(holder, other.holder, step)] : [];
}

function dutyReasons(
  { holder, step, letter }: Candidate,
  sets: readonly ApartSet[],
  duties: ReadonlyMap<string, readonly Duty[]>,
): RefusalReason[] {
  if (letter !== 'R' && letter !== 'A') return [];
  const duty = { step, letter };
  return sets.flatMap((set) => {
    const other = duties.get(dutyPlace(holder, set))?.find((candidate) => clash(duty, candidate));
    return other ? [contradictsDuty(holder, duty, other), mustStayApart(holder, duty, other, set)] : [];
  });
}
