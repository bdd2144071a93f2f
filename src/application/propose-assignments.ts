import {
  judge,
  type AcceptedWish,
  type RefusedWish,
  type StepKey,
  type Verdict,
  type Wish,
} from '../domain/index.js';
import { logStanding } from './log-standing.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { requireRevision } from './problems.js';
import { refusalAsText } from './refusal-as-text.js';
import type { StoredAssignment, StoredPlan, StoredRefusal, World } from './ports/index.js';

/** The verdicts in the order of the wishes, and the plan that they were judged by. */
export interface JudgedWishes {
  readonly judgedBy: StoredPlan;
  readonly verdicts: readonly Verdict[];
}

/** The same, and the stream with what was accepted. */
export interface ProposedAssignments extends JudgedWishes {
  readonly planned: PlannedStream;
  /** How many were kept as new assignments. */
  readonly stored: number;
  /** Done before under the same id: the verdicts and counts are those of then. */
  readonly toldAgain?: boolean;
}

/** ALL_OR_NOTHING: where one wish is refused, none becomes an assignment. */
export const PROPOSING_MODES = ['ACCEPT_WHAT_STANDS', 'ALL_OR_NOTHING'] as const;
export type ProposingMode = (typeof PROPOSING_MODES)[number];

export interface ProposeInput {
  /** The key of the stream. */
  readonly stream: string;
  readonly wishes: readonly Wish[];
  /** The revision that the wishes are based on; null does not ask. */
  readonly expectedRevision?: number | null;
  /** ACCEPT_WHAT_STANDS where nothing is said. */
  readonly mode?: ProposingMode | null;
}

/** Judges wishes for the stream of that key and stores nothing; a Fault NOT_FOUND where there is no such stream. */
export function judgeAssignments({ unitOfWork, planner }: Parts) {
  return async (key: string, wishes: readonly Wish[]): Promise<JudgedWishes> => {
    const { plan } = await planner.readied(unitOfWork, key);
    return { judgedBy: plan, verdicts: judge(plan.gate, wishes) };
  };
}

/**
 * Judges wishes, keeps the accepted ones as assignments and the refused ones in the log, all in one write. What is in
 * force already is accepted and changes nothing; a refusal that the log has for this revision, word for word, is not
 * logged again. The mode tells what becomes of those that stand where others are refused; the refused are logged either
 * way. A Fault CONFLICT where the stream has another revision than the expected one.
 */
export function proposeAssignments({ unitOfWork, world, planner }: Parts) {
  return async ({
    stream: key,
    wishes,
    expectedRevision,
    mode,
  }: ProposeInput): Promise<ProposedAssignments> => {
    await planner.readied(unitOfWork, key);
    return unitOfWork.write(async (store) => {
      const planned = await planner.required(store, key);
      requireRevision(planned.stored, expectedRevision);
      const { id, revision } = planned.stored;
      const judgedBy = planned.plan;
      const verdicts = judge(judgedBy.gate, wishes);
      const nothing = mode === 'ALL_OR_NOTHING' && verdicts.some(({ kind }) => kind === 'RefusedWish');
      const assignments = nothing ? [] : newAssignments(verdicts, judgedBy, revision, world);
      const declined = verdicts.filter((verdict) => verdict.kind === 'RefusedWish');
      const logged = declined.length > 0 ? await store.refusalsLike({ id, revision }, declined) : [];
      const refused = newRefusals(declined, logged, revision, world);
      if (assignments.length > 0) await store.addAssignments(id, assignments);
      if (refused.length > 0) await store.addRefusals(id, refused);
      const changed = assignments.length > 0 || refused.length > 0;
      const now = changed ? await planner.required(store, key) : planned;
      if (assignments.length > 0) await logStanding(store, world, [planned, now], 'ACCEPTANCE');
      return { planned: now, judgedBy, verdicts, stored: assignments.length };
    });
  };
}

function newAssignments(
  verdicts: readonly Verdict[],
  plan: StoredPlan,
  revision: number,
  world: World,
): readonly StoredAssignment[] {
  const acceptedAt = world.now();
  const names = new Map<StepKey, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const wishes = new Map<string, AcceptedWish>();
  for (const verdict of verdicts) {
    if (verdict.kind !== 'AcceptedWish' || verdict.inForce) continue;
    const cell = JSON.stringify([verdict.holder, verdict.step, verdict.letter]);
    if (!wishes.has(cell)) wishes.set(cell, verdict);
  }
  return [...wishes.values()].map(({ holder, letter, step, because }) => ({
    id: world.newId(),
    holder,
    letter,
    step: { key: step, name: names.get(step) ?? step },
    because,
    revision,
    acceptedAt,
  }));
}

function newRefusals(
  declined: readonly RefusedWish[],
  logged: readonly StoredRefusal[],
  revision: number,
  world: World,
): readonly StoredRefusal[] {
  const refusedAt = world.now();
  const known = new Set(logged.map((one) => asText(one.refused)));
  const fresh: StoredRefusal[] = [];
  for (const refused of declined) {
    const words = asText(refused);
    if (known.has(words)) continue;
    known.add(words);
    fresh.push({ id: world.newId(), refused, revision, refusedAt });
  }
  return fresh;
}

function asText({ holder, letter, step, reason, reasons }: RefusedWish): string {
  return refusalAsText([holder, letter, step, reason], reasons);
}
