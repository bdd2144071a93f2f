import type { Justification, NonEmpty, RoleKey } from '../../shared/index.js';
import type { GateContext } from '../gate-context.js';
import type { RefusalReason } from '../verdict.js';
import { judgeStaffing } from './judge-staffing.js';
import type { StaffingVerdict, StaffingWish } from './staffing-verdict.js';

/** A person in a role as it is kept: the role and because are those of the revision that accepted it. Only judgeStaffing makes one. */
export interface StaffingAssignment {
  readonly person: string;
  readonly role: { readonly key: RoleKey; readonly name: string };
  readonly because: NonEmpty<Justification>;
  /** null: of a file, which has no revisions. */
  readonly revision: number | null;
}

/** A person in a role held against the stream as it stands now; lost is empty where it still stands. */
export interface JudgedStaffing<S extends StaffingAssignment = StaffingAssignment> {
  readonly staffing: S;
  /** The role as it is now; null where it does not stand. */
  readonly role: RoleKey | null;
  /** The person's share of the role's hours a week; null where it does not stand, or nothing of the role is measured. */
  readonly hoursPerWeek: number | null;
  readonly stillJustified: boolean;
  readonly lost: readonly RefusalReason[];
  readonly warnings: readonly string[];
}

/** Judges everybody who was accepted in a role anew; of two that exclude each other by now the earlier one stands. */
export function rejudgeStaffing<S extends StaffingAssignment>(
  context: GateContext,
  kept: readonly S[],
): readonly JudgedStaffing<S>[] {
  if (kept.length === 0) return [];
  const keys = new Set((context.structure?.roles ?? []).map(({ key }) => key));
  const wishes = kept.map(({ person, role }): StaffingWish => {
    return { person, role: keys.has(role.key) ? role.key : role.name, reason: null };
  });
  const verdicts = [...judgeStaffing(context, wishes)];
  const standing = wishes.filter((_, nth) => verdicts[nth]?.kind === 'AcceptedStaffing');
  for (const [nth, wish] of wishes.entries()) {
    if (verdicts[nth]?.kind !== 'RefusedStaffing') continue;
    const [again] = judgeStaffing(context, [wish], standing);
    if (again?.kind !== 'AcceptedStaffing') continue;
    verdicts[nth] = again;
    standing.push(wish);
  }
  return kept.flatMap((staffing, nth) => {
    const verdict = verdicts[nth];
    return verdict ? [judged(staffing, verdict)] : [];
  });
}

/** Those who fill a role and may, as wishes that stand before others are heard. */
export function standingStaff(judgedStaff: readonly JudgedStaffing[]): readonly StaffingWish[] {
  return judgedStaff.flatMap(({ staffing, role }) =>
    role === null ? [] : [{ person: staffing.person, role, reason: null }],
  );
}

function judged<S extends StaffingAssignment>(staffing: S, verdict: StaffingVerdict): JudgedStaffing<S> {
  if (verdict.kind === 'AcceptedStaffing') {
    const { role, hoursPerWeek, warnings } = verdict;
    return { staffing, role, hoursPerWeek, stillJustified: true, lost: [], warnings };
  }
  return {
    staffing,
    role: null,
    hoursPerWeek: null,
    stillJustified: false,
    lost: verdict.reasons,
    warnings: [],
  };
}
