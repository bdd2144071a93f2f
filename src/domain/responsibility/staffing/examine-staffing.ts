import type { Justification } from '../../shared/index.js';
import type { Role } from '../../structure/index.js';
import { nothingSaidOf, shortcomings } from '../capability-reasons.js';
import { bringsDemanded } from '../derive-cells.js';
import type { Gate } from '../gate.js';
import type { Holder } from '../holder.js';
import type { Ledger } from '../ledger.js';
import type { RefusalReason } from '../verdict.js';
import { findPerson, findRole, noRoles } from './find-staffing.js';
import { roleConflicts } from './role-duties.js';
import { carriedBy, fitRole } from './role-fit.js';
import type { StaffingWish } from './staffing-verdict.js';

/** A person for a role, held against the stream, by itself; the hours come later. */
export interface ExaminedStaffing {
  readonly wish: StaffingWish;
  readonly holder: Holder | null;
  readonly role: Role | null;
  readonly because: readonly Justification[];
  readonly reasons: readonly RefusalReason[];
  readonly warnings: readonly string[];
}

/** A person fills a role who brings every capability that the role's steps demand of it, and has no duty that must stay apart from its duties. */
export function examineStaffing(gate: Gate, ledger: Ledger, wish: StaffingWish): ExaminedStaffing {
  const person = findPerson(gate, wish.person);
  const known = gate.context.structure === null ? null : findRole(gate, wish.role);
  const holder = person.found;
  const role = known?.found ?? null;
  const absent = [person.reason, known ? known.reason : noRoles(gate)].filter((reason) => reason !== null);
  if (!holder || !role) return { wish, holder, role, because: [], reasons: absent, warnings: [] };
  const carried = carriedBy(role, gate.book.demands);
  if (carried.length === 0)
    return { wish, holder, role, because: [], reasons: [idleRole(gate, role)], warnings: [] };
  if (holder.skills.size === 0) {
    const reasons = [nothingSaidOf(gate, holder, stepsOf(gate, role), '')];
    return { wish, holder, role, because: [], reasons, warnings: [] };
  }
  const { brings, missing } = fitRole(holder.skills, carried);
  const lacking = missing.flatMap(({ demand }) => {
    const step = gate.book.steps.get(demand.step);
    return step ? shortcomings(gate, holder, step, [demand]) : [];
  });
  const conflicts = roleConflicts(gate, ledger, holder, role);
  const because = brings.flatMap((demand) => {
    const step = gate.book.steps.get(demand.step);
    return step ? [bringsDemanded(holder.name, demand, step, gate.book)] : [];
  });
  return {
    wish,
    holder,
    role,
    because,
    reasons: [...lacking, ...conflicts.reasons],
    warnings: conflicts.warnings,
  };
}

function stepsOf({ book }: Gate, role: Role) {
  return role.steps.flatMap((key) => book.steps.get(key) ?? []);
}

/** An adopted role of which the stream has nothing left. */
function idleRole({ book: { stream } }: Gate, { name }: Role): RefusalReason {
  return {
    code: 'CAPABILITY_NOT_DEMANDED',
    message: `No step of "${stream.name}" asks for anything of ${name} any more, so nobody is needed in it.`,
    missingLink: `capability → step: no step of "${stream.name}" demands what ${name} carries`,
    remedy: `Adopt a structure of the stream as it stands, or draw the step that needs ${name}.`,
    nearestStep: null,
  };
}
