import type { Justification, NonEmpty } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { capabilityUnknown } from './capability-reasons.js';
import { conflictsOf, type Conflicts } from './conflict-reasons.js';
import { findHolder, findStep, type Found } from './find-cited.js';
import type { Gate } from './gate.js';
import { ownsStep, type Holder } from './holder.js';
import { justify } from './justify.js';
import type { Ledger } from './ledger.js';
import { letterReasons } from './letter-reasons.js';
import { nearestStep, wouldStand } from './nearest-step.js';
import { notReady } from './not-ready.js';
import type { RefusalReason, Wish } from './verdict.js';

/** A wish held against the stream, by itself. It is justified where because is not empty, and refused where reasons is not. */
export interface Examined {
  readonly wish: Wish;
  readonly holder: Holder | null;
  readonly step: Step | null;
  readonly because: readonly Justification[];
  readonly inForce: boolean;
  readonly reasons: readonly RefusalReason[];
  /** What is told beside an acceptance. */
  readonly warnings: readonly string[];
}

/**
 * Examines a wish against what the ledger holds; cited is given where the step was found by other means than its name.
 * A name that a role and a person share means the role, and the person where the role cannot have the letter.
 */
export function examine(
  gate: Gate,
  ledger: Ledger,
  wish: Wish,
  cited: Found<Step> = findStep(gate, wish.step),
): Examined {
  const named = findHolder(gate, wish.holder);
  const exam = examineHolder(gate, ledger, wish, named, cited);
  const twin = named.found && gate.holders.twinOf(named.found, wish.holder);
  if (exam.reasons.length === 0 || !twin) return exam;
  const other = examineHolder(gate, ledger, wish, { found: twin, reason: null, told: null }, cited);
  if (other.reasons.length === 0 || !exam.step) return other;
  return {
    ...exam,
    because: [...exam.because, ...other.because],
    reasons: [...saidAs(`As the role ${twin.name}`, exam), ...saidAs(`As the person ${twin.name}`, other)],
  };
}

function examineHolder(
  gate: Gate,
  ledger: Ledger,
  wish: Wish,
  named: Found<Holder>,
  cited: Found<Step>,
): Examined {
  const { found: holder } = named;
  const { found: step, told } = cited;
  const said = present(told);
  if (holder && step) {
    const because = inForce(gate, ledger, holder, step, wish);
    if (because) return { wish, holder, step, because, inForce: true, reasons: [], warnings: said };
  }
  const because = holder && step ? justify(gate, ledger, holder, step, wish.letter) : [];
  const conflicts: Conflicts =
    holder && step ? conflictsOf(gate, ledger, holder, step, wish.letter) : { reasons: [], warnings: [] };
  const unknown = holder && because.length === 0 && nothingKnown(holder, step, wish);
  const reasons = [
    ...present(named.reason),
    ...present(stepReason(gate, ledger, wish, holder, cited)),
    ...present(notReady(gate, holder, step, wish.letter)),
    ...(unknown ? [capabilityUnknown(gate, holder, step, wish.letter)] : []),
    ...(holder && step
      ? letterAgainst(gate, ledger, holder, step, wish, because.length > 0, conflicts.reasons)
      : []),
    ...conflicts.reasons,
  ];
  return { wish, holder, step, because, inForce: false, reasons, warnings: [...said, ...conflicts.warnings] };
}

/** The reasons by which a letter stands already; null where it does not. */
function inForce(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  step: Step,
  { letter }: Wish,
): NonEmpty<Justification> | null {
  const cell = holder.role && gate.derivedCell(holder.role.key, step.key, letter);
  if (cell) return cell.because;
  if (!ledger.letters(holder, step.key).has(letter)) return null;
  const [first, ...rest] = justify(gate, ledger, holder, step, letter);
  return first ? [first, ...rest] : null;
}

function letterAgainst(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  step: Step,
  { letter }: Wish,
  justified: boolean,
  conflicts: readonly RefusalReason[],
): RefusalReason[] {
  const judged = holder.skills.size > 0 || letter === 'A' || step.outside;
  if ((justified && letter !== 'A') || !judged) return [];
  if (conflicts.some(({ code }) => code === 'CONTRADICTS')) return [];
  const nearest = justified ? null : nearestStep(gate, ledger, holder, letter, step);
  return letterReasons(gate, ledger, holder, step, letter, nearest);
}

/** Why the step was not found; the one that may be meant is told as nearest only where the letter would stand there. */
function stepReason(
  gate: Gate,
  ledger: Ledger,
  { letter }: Wish,
  holder: Holder | null,
  { reason }: Found<Step>,
): RefusalReason | null {
  const nearest = reason?.nearestStep == null ? undefined : gate.book.steps.get(reason.nearestStep);
  if (!reason || !nearest) return reason;
  const stands = holder !== null && wouldStand(gate, ledger, holder, letter, nearest);
  return stands ? reason : { ...reason, nearestStep: null };
}

/** An owner needs no person line to be accountable for what they own. */
function nothingKnown(holder: Holder, step: Step | null, { letter }: Wish): boolean {
  if (holder.kind === 'ROLE' || holder.skills.size > 0) return false;
  return !(letter === 'A' && holder.owns.length > 0 && (step === null || ownsStep(holder, step)));
}

function saidAs(who: string, { reasons }: Examined): RefusalReason[] {
  return reasons.map((reason) => ({ ...reason, message: `${who}: ${reason.message}` }));
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}
