import type { NonEmpty } from '../shared/index.js';
import { examine, type Examined } from './examine.js';
import { excludeEachOther } from './exclude-each-other.js';
import { fitHours, type HoursFit } from './fit-hours.js';
import { gateOf } from './gate.js';
import type { GateContext } from './gate-context.js';
import type { Ledger } from './ledger.js';
import { standingLedger } from './rejudge.js';
import type { RefusalReason, Verdict, Wish } from './verdict.js';

/**
 * The gate. Verdicts come in the order of the wishes. A wish is accepted only with the justifications found here; a
 * refusal gives every reason. What the asker writes as a reason is never read.
 */
export function judge(context: GateContext, wishes: readonly Wish[]): readonly Verdict[] {
  const gate = gateOf(context);
  const ledger = standingLedger(gate, context.assignments);
  const exams = excludeEachOther(
    gate,
    wishes.map((wish) => examine(gate, ledger, wish)),
  );
  return exams.map((exam) => {
    const repeated = !exam.inForce && exam.reasons.length === 0 && standsIn(ledger, exam);
    const settled = repeated ? { ...exam, inForce: true } : exam;
    const hours = fitHours(gate, ledger, settled);
    const verdict = verdictOf(settled, hours);
    if (verdict.kind === 'AcceptedWish' && !verdict.inForce) enter(ledger, settled, hours);
    return verdict;
  });
}

/** The same wish was accepted earlier in this call. */
function standsIn(ledger: Ledger, { holder, step, wish }: Examined): boolean {
  return holder !== null && step !== null && ledger.letters(holder, step.key).has(wish.letter);
}

function enter(ledger: Ledger, { holder, step, wish }: Examined, hours: HoursFit): void {
  if (!holder || !step) return;
  ledger.enter(holder, step, wish.letter);
  ledger.addHours(holder, hours.takes);
}

function verdictOf(exam: Examined, hours: HoursFit): Verdict {
  const { wish, holder, step, because, inForce } = exam;
  const [justification, ...more] = because;
  const objections = hours.reason ? [...exam.reasons, hours.reason] : exam.reasons;
  if (holder && step && justification && objections.length === 0) {
    return {
      kind: 'AcceptedWish',
      holder: holder.name,
      letter: wish.letter,
      step: step.key,
      because: [justification, ...more],
      inForce,
      warnings: hours.warnings,
    };
  }
  return {
    kind: 'RefusedWish',
    holder: wish.holder,
    letter: wish.letter,
    step: wish.step,
    reason: wish.reason,
    reasons: atLeastOne(justification ? objections : [...objections, ...preference(wish)]),
  };
}

/** A reason that somebody wrote is told to be none; it is never read. */
function preference({ holder, reason }: Wish): RefusalReason[] {
  if (reason === null || reason.trim() === '') return [];
  return [
    {
      code: 'PREFERENCE_IS_NO_REASON',
      message:
        'A reason was written, and no justification was found: what somebody writes here is never one.',
      missingLink:
        'assignment → capability → step: a responsibility rests on what a step demands, on nothing else',
      remedy: `Show the step that demands it: draw on the napkin what the work really needs of ${holder}, then propose again.`,
      nearestStep: null,
    },
  ];
}

function atLeastOne(reasons: readonly RefusalReason[]): NonEmpty<RefusalReason> {
  const [first, ...rest] = reasons;
  if (!first) throw new Error('The gate found neither a justification nor a reason against a wish.');
  return [first, ...rest];
}
