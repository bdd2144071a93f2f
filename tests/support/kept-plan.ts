import {
  acceptDraft,
  BUILT_IN_CATALOGUE,
  judgeStaffing,
  planStream,
  readNapkin,
  understandStream,
  type Assignment,
  type Plan,
  type StaffingAssignment,
  type StructureLimits,
  type Wish,
} from '../../src/domain/index.js';
import { acceptedIn, stepsOf } from './planned-napkin.js';

/** A plan of what is kept under ids. */
export type KeptPlan = Plan<Assignment & { id: string }, StaffingAssignment & { id: string }>;

/** What is kept beside a napkin. */
export interface KeptUnderIds {
  readonly before?: KeptPlan;
  readonly adopted?: KeptPlan;
  readonly limits?: StructureLimits;
  readonly assignments?: KeptPlan['assignments'][number]['assignment'][];
  readonly staffing?: KeptPlan['staffing'][number]['staffing'][];
}

/** The plan of the first stream of a napkin with what is kept beside it, as the next revision of another. */
export function keptPlan(
  napkin: string,
  { before, adopted, limits, assignments = [], staffing = [] }: KeptUnderIds = {},
): KeptPlan {
  const [draft] = readNapkin(napkin).drafts;
  if (!draft) throw new Error('no stream');
  const known = before ? stepsOf(before) : [];
  const { stream } = acceptDraft(draft, { known });
  const present = new Set(stream.steps.map(({ key }) => key));
  const proposal = adopted?.structure;
  return planStream(understandStream(stream, BUILT_IN_CATALOGUE, limits), {
    adopted: proposal ? { revision: 1, adoptedAt: '2025-05-01T09:00:00.000Z', proposal } : null,
    assignments,
    staffing,
    formerSteps: known.filter(({ key }) => !present.has(key)),
  });
}

/** What the gate accepts of these wishes, under ids that say what it is. */
export function acceptedUnderIds(of: KeptPlan, ...wishes: readonly Wish[]) {
  return acceptedIn(of, wishes).map((one) => ({ ...one, id: `${one.holder} ${one.letter} ${one.step.key}` }));
}

/** A person whom the gate accepts in a role of the plan. */
export function staffedIn(of: KeptPlan, person: string, role: string) {
  return judgeStaffing(of.gate, [{ person, role, reason: null }]).flatMap((verdict) => {
    if (verdict.kind === 'RefusedStaffing') throw new Error(verdict.reasons[0].message);
    const { role: key, because } = verdict;
    const name = of.structure?.roles.find((one) => one.key === key)?.name ?? '';
    return [{ id: `${person} in ${name}`, person, role: { key, name }, because, revision: 1 }];
  });
}
