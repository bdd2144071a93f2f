import type { Justification, NonEmpty } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { capabilityUnknown } from './capability-reasons.js';
import { conflictReasons, notReady } from './conflict-reasons.js';
import { findHolder, findStep, type Found } from './find-cited.js';
import type { Gate } from './gate.js';
import { ownsStep, type Holder } from './holder.js';
import { justify } from './justify.js';
import type { Ledger } from './ledger.js';
import { letterReasons } from './letter-reasons.js';
import { nearestStep } from './nearest-step.js';
import type { RefusalReason, Wish } from './verdict.js';

/** A wish held against the stream, by itself. It is justified where because is not empty, and refused where reasons is not. */
export interface Examined {
  readonly wish: Wish;
  readonly holder: Holder | null;
  readonly step: Step | null;
  readonly because: readonly Justification[];
  readonly inForce: boolean;
  readonly reasons: readonly RefusalReason[];
}

/** Examines a wish against what the ledger holds; cited is given where the step was found by other means than its name. */
export function examine(
  gate: Gate,
  ledger: Ledger,
  wish: Wish,
  cited: Found<Step> = findStep(gate, wish.step),
): Examined {
  const named = findHolder(gate, wish.holder);
  const { found: holder } = named;
  const { found: step } = cited;
  if (holder && step) {
    const because = inForce(gate, ledger, holder, step, wish);
    if (because) return { wish, holder, step, because, inForce: true, reasons: [] };
  }
  const unknown = holder && nothingKnown(holder, step, wish) ? [capabilityUnknown(gate, holder, step)] : [];
  const unready = notReady(gate, step);
  const because = holder && step && !unready ? justify(gate, ledger, holder, step, wish.letter) : [];
  const reasons = [
    ...present(named.reason),
    ...present(cited.reason),
    ...present(unready),
    ...unknown,
    ...(holder && step ? against(gate, ledger, holder, step, wish, because.length > 0) : []),
  ];
  return { wish, holder, step, because, inForce: false, reasons };
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

function against(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  step: Step,
  { letter }: Wish,
  justified: boolean,
): RefusalReason[] {
  const conflicts = conflictReasons(ledger, holder, step, letter);
  const judged = holder.skills.size > 0 || letter === 'A';
  if ((justified && letter !== 'A') || !judged) return conflicts;
  const nearest = justified ? null : nearestStep(gate, ledger, holder, letter, step);
  const covered = conflicts.some(({ code }) => code === 'CONTRADICTS');
  const reasons = covered ? [] : letterReasons(gate, ledger, holder, step, letter, nearest);
  return [...reasons, ...conflicts];
}

/** An owner needs no person line to be accountable for what they own. */
function nothingKnown(holder: Holder, step: Step | null, { letter }: Wish): boolean {
  if (holder.kind === 'ROLE' || holder.skills.size > 0) return false;
  return !(letter === 'A' && holder.owns.length > 0 && (step === null || ownsStep(holder, step)));
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}
