import {
  foldName,
  judgeStaffing,
  standingStaff,
  type Plan,
  type RefusedStaffing,
  type StaffingVerdict,
  type StaffingWish,
} from '../domain/index.js';
import { logStanding } from './log-standing.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { requireRevision } from './problems.js';
import { refusalAsText } from './refusal-as-text.js';
import {
  Fault,
  type PlaceMoved,
  type StoredRefusedStaffing,
  type StoredStaffing,
  type World,
} from './ports/index.js';
import type { ProposingMode } from './propose-assignments.js';

export interface ProposeStaffingInput {
  /** The key of the stream. */
  readonly stream: string;
  readonly wishes: readonly StaffingWish[];
  /** The revision that the wishes are based on; null does not ask. */
  readonly expectedRevision?: number | null;
  /** ACCEPT_WHAT_STANDS where nothing is said. */
  readonly mode?: ProposingMode | null;
}

/** The verdicts in the order of the wishes, the plan that they were judged by, and the stream with what was accepted. */
export interface ProposedStaffing {
  readonly judgedBy: Plan;
  readonly verdicts: readonly StaffingVerdict[];
  readonly planned: PlannedStream;
  /** How many were kept anew. */
  readonly stored: number;
  /** Done before under the same id: the verdicts and counts are those of then. */
  readonly toldAgain?: boolean;
}

export interface WithdrawStaffingInput {
  /** The key of the stream. */
  readonly stream: string;
  readonly person: string;
  /** By name or key. */
  readonly role: string;
  readonly expectedRevision?: number | null;
}

/** Who was taken out of a role, and the stream without them there. */
export interface WithdrawnStaffing {
  readonly withdrawn: StoredStaffing;
  readonly planned: PlannedStream;
}

/**
 * Judges people for roles beside those who stand in one already, keeps the accepted ones and logs the refused ones, all in
 * one write. People are those of the person lines: of others the stream knows nothing that could be judged again. Who
 * stands there already is accepted and changes nothing. A Fault CONFLICT where the stream has another revision than the expected one.
 */
export function proposeStaffing({ unitOfWork, world, planner }: Parts) {
  return async (input: ProposeStaffingInput): Promise<ProposedStaffing> => {
    const { stream: key, wishes, expectedRevision, mode } = input;
    await planner.readied(unitOfWork, key);
    return unitOfWork.write(async (store) => {
      const planned = await planner.required(store, key);
      const { stored, plan } = planned;
      requireRevision(stored, expectedRevision);
      const verdicts = judgeStaffing(plan.gate, wishes, standingStaff(plan.staffing));
      const nothing = mode === 'ALL_OR_NOTHING' && verdicts.some(({ kind }) => kind === 'RefusedStaffing');
      const accepted = nothing ? [] : newStaffing(verdicts, plan, stored.revision, world);
      const declined = verdicts.filter((verdict) => verdict.kind === 'RefusedStaffing');
      const logged = declined.length > 0 ? await store.refusedStaffingLike(stored, declined) : [];
      const refused = newRefusals(declined, logged, stored.revision, world);
      if (accepted.length > 0) await store.addStaffing(stored.id, accepted);
      if (refused.length > 0) await store.addRefusedStaffing(stored.id, refused);
      const changed = accepted.length + refused.length > 0;
      const now = changed ? await planner.required(store, key) : planned;
      if (accepted.length > 0) await logStanding(store, world, [planned, now], 'ACCEPTANCE');
      return { judgedBy: plan, verdicts, planned: now, stored: accepted.length };
    });
  };
}

/** Takes a person out of a role; the log keeps that they were in it, and what lost or regained its reason by it. A Fault NOT_FOUND where the person was not kept in it, CONFLICT where the stream has another revision than the expected one. */
export function withdrawStaffing({ unitOfWork, world, planner }: Parts) {
  return ({
    stream: key,
    person,
    role,
    expectedRevision,
  }: WithdrawStaffingInput): Promise<WithdrawnStaffing> =>
    unitOfWork.write(async (store) => {
      const before = await planner.required(store, key);
      const { stored, plan } = before;
      requireRevision(stored, expectedRevision);
      const names = new Map((plan.structure?.roles ?? []).map((one) => [one.key, one.name]));
      const meant = (one: StoredStaffing): boolean =>
        same(one.person, person) &&
        [one.role.key, one.role.name, names.get(one.role.key) ?? ''].some((name) => same(name, role));
      const withdrawn = stored.staffing.find(meant);
      if (!withdrawn) {
        const kept = stored.staffing.map((one) => `${one.person} as ${one.role.name}`);
        const message = `${person} is not kept as ${role}. Kept are: ${kept.join(', ') || 'nobody'}.`;
        throw new Fault('NOT_FOUND', message);
      }
      const movedAt = world.now();
      await store.addStanding(stored.id, [withdrawal(withdrawn, stored.revision, movedAt)]);
      await store.endStaffing(stored.id, withdrawn.id, movedAt);
      const planned = await planner.required(store, key);
      await logStanding(store, world, [before, planned], 'WITHDRAWAL');
      return { withdrawn, planned };
    });
}

function withdrawal({ id, person, role }: StoredStaffing, revision: number, movedAt: string): PlaceMoved {
  return {
    ...{ assignmentId: id, holder: person, role, kind: 'WITHDRAWN', cause: 'WITHDRAWAL' },
    ...{ revision, changes: [], reasons: [], movedAt },
  };
}

function newStaffing(
  verdicts: readonly StaffingVerdict[],
  { structure }: Plan,
  revision: number,
  world: World,
): readonly StoredStaffing[] {
  const acceptedAt = world.now();
  const names = new Map((structure?.roles ?? []).map(({ key, name }) => [key, name]));
  return verdicts.flatMap((verdict): StoredStaffing[] => {
    if (verdict.kind !== 'AcceptedStaffing' || verdict.inForce) return [];
    const { person, role, because } = verdict;
    return [
      {
        id: world.newId(),
        person,
        role: { key: role, name: names.get(role) ?? role },
        because,
        revision,
        acceptedAt,
      },
    ];
  });
}

/** A refusal that the log has for this revision, word for word, is not logged again. */
function newRefusals(
  declined: readonly RefusedStaffing[],
  logged: readonly StoredRefusedStaffing[],
  revision: number,
  world: World,
): readonly StoredRefusedStaffing[] {
  const refusedAt = world.now();
  const known = new Set(logged.map(asText));
  return declined.flatMap((verdict): StoredRefusedStaffing[] => {
    if (known.has(asText(verdict))) return [];
    known.add(asText(verdict));
    const { person, role, reason, reasons } = verdict;
    return [{ id: world.newId(), person, role, reason, reasons, revision, refusedAt }];
  });
}

function asText({
  person,
  role,
  reason,
  reasons,
}: Pick<StoredRefusedStaffing, 'person' | 'role' | 'reason' | 'reasons'>): string {
  return refusalAsText([person, role, reason], reasons);
}

function same(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}
