import { formatNumber } from '../../shared/index.js';
import { applyChange, type Change } from '../../change/index.js';
import { probeStream } from '../../metrics/index.js';
import { changedRoles } from '../front/changed-roles.js';
import { proposeStructure } from '../propose-structure.js';
import { groundStream } from '../ground-stream.js';
import type { Role } from '../role.js';
import { settleStructure } from '../settle-structure.js';
import type { Solving } from '../solver/solving.js';
import { GOAL_NAMES, USUAL_GOALS, type StructureGoal, type SummedGoal } from '../structure-goals.js';
import type { StructureGround } from '../structure-ground.js';
import type { StructureLimits, StructureProposal } from '../structure-proposal.js';
import type { TrialOutcome } from './sensitivity.js';

/** Roles that are held against others, and with what others are found. */
export interface Tried {
  readonly ground: StructureGround;
  readonly kept: StructureProposal;
  readonly limits: StructureLimits;
  readonly solving: Solving;
}

/** Hand-offs are reckoned with so many digits. */
const TOLERANCE = 1e-6;

/**
 * Designs the roles anew with these numbers and holds the kept ones against them, goal by goal: they stay unless the
 * others are better in people, hand-offs or fragmentation (evenness alone moves nothing) or they break a limit.
 */
export function tryNumbers(
  { ground, kept, limits, solving }: Tried,
  changes: readonly Change[],
  at: string | null,
): TrialOutcome {
  const stream = changes.reduce(applyChange, ground.stream);
  const none = { at, moved: [], kept: kept.roles.map(({ name }) => name), positions: null };
  const reason = probeStream(stream);
  if (typeof reason === 'string') {
    const text = `The flow could not be followed to its end then (${reason}): not tried.`;
    return { ...none, stays: true, text };
  }
  const changed = groundStream(stream, ground.catalogue);
  const best = proposeStructure(changed, limits, solving);
  if (best.kind === 'StreamNotReady') return { ...none, stays: true, text: 'Not tried.' };
  if (best.kind === 'LimitsContradict')
    return {
      ...none,
      kept: [],
      stays: false,
      text: `The limits would contradict each other: ${best.message}`,
    };
  const settled = settleStructure(changed, { revision: 0, adoptedAt: '', proposal: kept });
  const positions = valueOf(settled, 'POSITIONS');
  const gain = brokenLimit(settled, limits) ?? gainOf(settled, best);
  if (gain === null) return { ...none, positions, stays: true, text: 'The roles stay as they are.' };
  const { moved } = changedRoles(kept.roles, best.roles);
  return { at, stays: false, text: gain, moved, kept: sameRoles(kept.roles, best.roles), positions };
}

function brokenLimit({ roles }: StructureProposal, { maxPositionsPerRole }: StructureLimits): string | null {
  if (maxPositionsPerRole == null) return null;
  const over = roles.find(({ positions }) => (positions ?? 0) > maxPositionsPerRole);
  return over
    ? `${over.name} would take ${over.positions ?? 0} positions, more than the ${maxPositionsPerRole} of a role.`
    : null;
}

/** What the better roles save in the first goal in which the two differ; null where the kept ones are as good. */
function gainOf(kept: StructureProposal, best: StructureProposal): string | null {
  const order = (best.limits.goals ?? USUAL_GOALS).filter(
    (goal): goal is SummedGoal => goal !== 'UNEVENNESS',
  );
  for (const goal of order) {
    const [mine, theirs] = [valueOf(kept, goal), valueOf(best, goal)];
    const allowed = theirs * (1 + (best.limits.relax?.[goal] ?? 0));
    const margin = TOLERANCE * Math.max(1, theirs);
    if (mine > allowed + margin) return `Other roles would save ${amountOf(goal, mine - theirs, kept)}.`;
    if (mine < theirs - margin) return null;
  }
  return null;
}

function amountOf(goal: SummedGoal, amount: number, { handOffsPerWeek }: StructureProposal): string {
  const number = formatNumber(amount);
  const one = Math.abs(amount - 1) < TOLERANCE;
  if (goal === 'POSITIONS') return one ? '1 position' : `${number} positions`;
  if (goal === 'HAND_OFFS')
    return `${number} hand-offs ${handOffsPerWeek.unit === 'PER_WEEK' ? 'a week' : 'for one unit'}`;
  return one ? 'holding 1 capability twice' : `holding ${number} capabilities twice`;
}

function valueOf({ objectives }: StructureProposal, goal: StructureGoal): number {
  return objectives.find(({ name }) => name === GOAL_NAMES[goal])?.value ?? 0;
}

function sameRoles(before: readonly Role[], after: readonly Role[]): string[] {
  const held = new Set(after.map(contentOf));
  return before.filter((role) => held.has(contentOf(role))).map(({ name }) => name);
}

function contentOf({ demands }: Role): string {
  return JSON.stringify(demands.map(({ step, capability }) => `${step} ${capability}`).sort());
}
