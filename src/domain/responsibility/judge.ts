import type { NonEmpty } from '../shared/index.js';
import { examine, type Examined } from './examine.js';
import { excludeEachOther } from './exclude-each-other.js';
import type { HoursFit } from './fit-hours.js';
import { fitTogether } from './fit-together.js';
import { gateOf, type Gate } from './gate.js';
import type { GateContext } from './gate-context.js';
import { doingsOf, settleAssignments, type Standing } from './rejudge.js';
import type { RefusalReason, Verdict, Wish } from './verdict.js';

/**
 * The gate. Verdicts come in the order of the wishes. A wish is accepted only with the justifications found here; a
 * refusal gives every reason. What the asker writes as a reason is never read.
 */
export function judge(context: GateContext, wishes: readonly Wish[]): readonly Verdict[] {
  const gate = gateOf(context);
  return verdictsOn(gate, settleAssignments(gate, context.assignments), wishes);
}

/** The verdict on each wish as if it were the only one of its call. */
export function judgeOneByOne(context: GateContext, wishes: readonly Wish[]): readonly Verdict[] {
  if (wishes.length === 0) return [];
  const gate = gateOf(context);
  const standing = settleAssignments(gate, context.assignments);
  return wishes.flatMap((wish) => verdictsOn(gate, standing, [wish]));
}

function verdictsOn(gate: Gate, { ledger, settled }: Standing, wishes: readonly Wish[]): readonly Verdict[] {
  const exams = excludeEachOther(
    gate,
    wishes.map((wish) => examine(gate, ledger, wish)),
  );
  const firsts = firstOfEach(exams);
  const once = exams.map((exam, index) => (firsts[index] === index ? exam : { ...exam, inForce: true }));
  const fits = fitTogether(gate, doingsOf(settled), once);
  return once.map((exam, index) => {
    const first = firsts[index] ?? index;
    return first === index || !fits[first]?.reason
      ? verdictOf(exam, fits[index] ?? null)
      : verdictOf(exams[index] ?? exam, fits[first]);
  });
}

/** For each wish the place of the first that wishes the same: where that one is accepted, every further one is in force by it. */
function firstOfEach(exams: readonly Examined[]): number[] {
  const seen = new Map<string, number>();
  return exams.map(({ holder, step, wish, reasons }, index) => {
    if (!holder || !step || reasons.length > 0) return index;
    const cell = `${holder.id}\n${step.key}\n${wish.letter}`;
    const first = seen.get(cell) ?? index;
    seen.set(cell, first);
    return first;
  });
}

function verdictOf(exam: Examined, hours: HoursFit | null): Verdict {
  const { wish, holder, step, because, inForce } = exam;
  const [justification, ...more] = because;
  const objections = hours?.reason ? [...exam.reasons, hours.reason] : exam.reasons;
  if (holder && step && justification && objections.length === 0) {
    return {
      kind: 'AcceptedWish',
      holder: holder.name,
      letter: wish.letter,
      step: step.key,
      because: [justification, ...more],
      inForce,
      warnings: [...exam.warnings, ...(hours?.warnings ?? [])],
    };
  }
  return {
    kind: 'RefusedWish',
    holder: wish.holder,
    letter: wish.letter,
    step: wish.step,
    reason: wish.reason,
    reasons: atLeastOne(
      eachOnce(
        justification ? objections : [...objections, ...preferenceToldApart(wish.holder, wish.reason)],
      ),
    ),
  };
}

/** A reason that somebody wrote is told to be none; it is never read. */
export function preferenceToldApart(holder: string, reason: string | null): RefusalReason[] {
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

function eachOnce(reasons: readonly RefusalReason[]): readonly RefusalReason[] {
  return [...new Map(reasons.map((reason) => [`${reason.code}\n${reason.message}`, reason])).values()];
}

function atLeastOne(reasons: readonly RefusalReason[]): NonEmpty<RefusalReason> {
  const [first, ...rest] = reasons;
  if (!first) throw new Error('The gate found neither a justification nor a reason against a wish.');
  return [first, ...rest];
}
