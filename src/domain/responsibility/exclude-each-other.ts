import { clash, type ApartSet } from './apart-book.js';
import {
  apartConflicts,
  contradictsDuty,
  contradictsHeld,
  contradictsOther,
  type Conflicts,
} from './conflict-reasons.js';
import type { Examined } from './examine.js';
import type { Gate } from './gate.js';
import type { Holder } from './holder.js';
import type { Clash } from './ledger.js';
import type { RefusalReason } from './verdict.js';
import { DutiesAsked, LettersAsked, Takers, type Candidate } from './wished-together.js';

/**
 * Refuses each of two wishes of one call that exclude each other, in whatever order they stand. A wish that is refused
 * anyway takes nothing from another, and is told all the same what it would exclude.
 */
export function excludeEachOther(gate: Gate, exams: readonly Examined[]): Examined[] {
  const inCell = new Map<string, LettersAsked>();
  const accountable = new Map<string, Takers>();
  const duties = new Map<string, DutiesAsked>();
  for (const exam of exams) {
    const candidate = candidateOf(exam);
    if (!candidate) continue;
    const { holder, step, letter } = candidate;
    open(inCell, cellOf(candidate), () => new LettersAsked()).add(candidate);
    if (letter === 'A') open(accountable, step.key, () => new Takers()).add(candidate);
    if (letter === 'C' || letter === 'I') continue;
    for (const set of gate.apart.get(step.key) ?? [])
      open(duties, dutyPlace(holder, set), () => new DutiesAsked()).add(candidate);
  }
  return exams.map((exam) => {
    const candidate = candidateOf(exam);
    if (!candidate) return exam;
    const sets = gate.apart.get(candidate.step.key) ?? [];
    const apart = apartFrom(gate, candidate, sets, duties);
    const reasons = [
      ...cellReasons(candidate, inCell.get(cellOf(candidate))),
      ...accountableReasons(candidate, accountable.get(candidate.step.key)),
      ...apart.reasons,
    ];
    return {
      ...exam,
      reasons: [...exam.reasons, ...reasons],
      warnings: [...new Set([...exam.warnings, ...apart.warnings])],
    };
  });
}

function candidateOf({ holder, step, wish, inForce, reasons }: Examined): Candidate | null {
  if (!holder || !step || inForce) return null;
  return { holder, step, letter: wish.letter, sound: reasons.length === 0 };
}

function open<V>(places: Map<string, V>, place: string, make: () => V): V {
  const there = places.get(place) ?? make();
  places.set(place, there);
  return there;
}

function cellOf({ holder, step }: Candidate): string {
  return `${holder.id}\n${step.key}`;
}

function dutyPlace(holder: Holder, set: ApartSet): string {
  return `${holder.id}\n${set.id}`;
}

function cellReasons(candidate: Candidate, asked: LettersAsked | undefined): RefusalReason[] {
  const { holder, step, letter } = candidate;
  if ((letter !== 'C' && letter !== 'I') || !asked) return [];
  const others = [...asked.heededBy(candidate)].filter((other) => other !== letter).sort();
  return others.length > 0 ? [contradictsHeld(holder, step, letter, others)] : [];
}

function accountableReasons(candidate: Candidate, takers: Takers | undefined): RefusalReason[] {
  const { holder, step, letter } = candidate;
  if (letter !== 'A') return [];
  const other = takers?.besides(candidate);
  return other ? [contradictsOther(holder, other.holder, step)] : [];
}

function apartFrom(
  gate: Gate,
  candidate: Candidate,
  sets: readonly ApartSet[],
  duties: ReadonlyMap<string, DutiesAsked>,
): Conflicts {
  const { holder, letter } = candidate;
  if (letter !== 'R' && letter !== 'A') return { reasons: [], warnings: [] };
  const clashes = sets.flatMap((set): Clash[] => {
    if (set.kind === 'CHECKS' && holder.kind === 'ROLE') return [];
    const wished = duties.get(dutyPlace(holder, set))?.heededBy(candidate) ?? [];
    const other = wished.find((one) => clash(set, candidate, one));
    return other ? [{ set, with: other }] : [];
  });
  return clashes.reduce<Conflicts>(
    ({ reasons, warnings }, one) => {
      const apart = apartConflicts(gate, holder, candidate, [one]);
      const contradicts = apart.reasons.length > 0 ? [contradictsDuty(holder, candidate, one.with)] : [];
      return {
        reasons: [...reasons, ...contradicts, ...apart.reasons],
        warnings: [...warnings, ...apart.warnings],
      };
    },
    { reasons: [], warnings: [] },
  );
}
