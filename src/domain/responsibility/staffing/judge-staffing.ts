import type { NonEmpty, RoleKey } from '../../shared/index.js';
import { gateOf } from '../gate.js';
import type { GateContext } from '../gate-context.js';
import type { Holder } from '../holder.js';
import { preferenceToldApart } from '../judge.js';
import { Ledger } from '../ledger.js';
import { settleAssignments } from '../rejudge.js';
import type { RefusalReason } from '../verdict.js';
import { examineStaffing, type ExaminedStaffing } from './examine-staffing.js';
import {
  fillingsOf,
  fitTogether,
  hoursTaken,
  type Filling,
  type FittedStaffing,
  type StandingStaff,
} from './fit-staffing.js';
import { nearestRole } from './nearest-role.js';
import { enterDuties, roleConflicts } from './role-duties.js';
import { countFillers, shareOfRole } from './role-hours.js';
import type { StaffingVerdict, StaffingWish } from './staffing-verdict.js';

/**
 * The gate for a person in a role. Verdicts come in the order of the wishes; standing are those who fill roles already,
 * as the gate accepted them. Of two wishes of one call whose duties must stay apart both are refused; where hours do not
 * suffice the earlier wish goes first. Who has not the hours shares no role.
 */
export function judgeStaffing(
  context: GateContext,
  wishes: readonly StaffingWish[],
  standing: readonly StaffingWish[] = [],
): readonly StaffingVerdict[] {
  const gate = gateOf(context);
  const { settled } = settleAssignments(gate, context.assignments);
  const before = ledgerWith({ gate, settled, filled: [] }, []);
  const filled = fillingsOf(standing.map((wish) => examineStaffing(gate, before, wish)));
  const staff = { gate, settled, filled };
  const ledger = ledgerWith(staff, []);
  const alone = wishes.map((wish) => examineStaffing(gate, ledger, wish));
  return verdictsOf(staff, ledger, keepApart(staff, alone));
}

/** Each wish as if it were the only one, and nobody filled a role yet. */
export function judgeEachAlone(
  context: GateContext,
  wishes: readonly StaffingWish[],
): readonly StaffingVerdict[] {
  const gate = gateOf(context);
  const { settled } = settleAssignments(gate, context.assignments);
  const staff = { gate, settled, filled: [] };
  const ledger = ledgerWith(staff, []);
  return wishes.flatMap((wish) => verdictsOf(staff, ledger, [examineStaffing(gate, ledger, wish)]));
}

/** What people have to do and to answer for; the letters of roles are no duties of a person. */
function ledgerWith({ gate, settled, filled }: StandingStaff, others: readonly Filling[]): Ledger {
  const ledger = new Ledger(gate.apart);
  for (const { assignment, exam, lost } of settled)
    if (exam.holder && exam.step && lost.length === 0)
      ledger.enter(exam.holder, exam.step, assignment.letter);
  for (const { holder, role } of [...filled, ...others]) enterDuties(gate, ledger, holder, role);
  return ledger;
}

/** What stands for one person alone. */
function ofOne({ gate, settled, filled }: StandingStaff, { id }: Holder): StandingStaff {
  return {
    gate,
    settled: settled.filter(({ exam }) => exam.holder?.id === id),
    filled: filled.filter(({ holder }) => holder.id === id),
  };
}

/** A wish meets the other wishes for the same person that would be accepted by themselves. */
function keepApart(staff: StandingStaff, exams: readonly ExaminedStaffing[]): ExaminedStaffing[] {
  const wished = new Map<string, Filling[]>();
  for (const filling of fillingsOf(exams)) {
    const list = wished.get(filling.holder.id);
    if (list) list.push(filling);
    else wished.set(filling.holder.id, [filling]);
  }
  return exams.map((exam) => {
    const { holder, role, reasons } = exam;
    const others = holder
      ? (wished.get(holder.id) ?? []).filter((other) => other.role.key !== role?.key)
      : [];
    if (!holder || !role || reasons.length > 0 || others.length === 0) return exam;
    return { ...exam, ...roleConflicts(staff.gate, ledgerWith(ofOne(staff, holder), others), holder, role) };
  });
}

function verdictsOf(
  staff: StandingStaff,
  ledger: Ledger,
  exams: readonly ExaminedStaffing[],
): StaffingVerdict[] {
  const fitted = fitTogether(staff, exams);
  const joined = fitted.flatMap(({ exam, reason, inForce }) => (reason || inForce ? [] : fillingsOf([exam])));
  const fillers = countFillers([...staff.filled, ...joined]);
  const taken = hoursTaken(staff, [], countFillers(staff.filled));
  return fitted.map((fit) => {
    const { holder, role } = fit.exam;
    if (isSound(fit)) return accepted(fit, role ? (fillers.get(role.key) ?? 1) : 1);
    const hours = (holder && taken.get(holder.id)) ?? { hours: 0, guessed: false };
    const nearest = holder && nearestRole(staff.gate, ledger, holder, role, hours);
    return refused(fit, nearest?.key ?? null);
  });
}

function isSound({ exam, reason }: FittedStaffing): boolean {
  return reason === null && exam.reasons.length === 0 && exam.because.length > 0;
}

function accepted({ exam, warnings, inForce }: FittedStaffing, fillers: number): StaffingVerdict {
  const { holder, role, because } = exam;
  const [first, ...more] = because;
  if (!holder || !role || !first) return nothingFound();
  const hoursPerWeek = shareOfRole(role, fillers)?.hours ?? null;
  return {
    kind: 'AcceptedStaffing',
    person: holder.name,
    role: role.key,
    because: [first, ...more],
    hoursPerWeek,
    inForce,
    warnings,
  };
}

function refused({ exam, reason }: FittedStaffing, nearest: RoleKey | null): StaffingVerdict {
  const { wish, holder, because } = exam;
  const objections = reason ? [...exam.reasons, reason] : exam.reasons;
  const told =
    because.length > 0 ? objections : [...objections, ...preferenceToldApart(wish.person, wish.reason)];
  return {
    kind: 'RefusedStaffing',
    person: holder?.name ?? wish.person,
    role: wish.role,
    reason: wish.reason,
    reasons: eachOnce(told),
    nearestRole: nearest,
  };
}

function eachOnce(reasons: readonly RefusalReason[]): NonEmpty<RefusalReason> {
  const [first, ...rest] = new Map(reasons.map((each) => [`${each.code}\n${each.message}`, each])).values();
  return first ? [first, ...rest] : nothingFound();
}

function nothingFound(): never {
  throw new Error('The gate found neither a justification nor a reason against a person in a role.');
}
