import { formatNumber } from '../shared/index.js';
import { GOAL_NAMES, USUAL_GOALS, type StructureGoal, type SummedGoal } from './structure-goals.js';
import type { StructureLimits, StructureProposal } from './structure-proposal.js';

/** Hand-offs are reckoned with so many digits. */
const TOLERANCE = 1e-6;

/** The goals that are worth a move: those up to the later of people and hand-offs, in the order in which they were asked for. */
export function goalsWorthAMove({ goals }: Pick<StructureLimits, 'goals'>): readonly SummedGoal[] {
  const order = (goals ?? USUAL_GOALS).filter((goal): goal is SummedGoal => goal !== 'UNEVENNESS');
  const last = Math.max(order.indexOf('POSITIONS'), order.indexOf('HAND_OFFS'));
  return order.slice(0, last + 1);
}

/**
 * What the others save in the first goal worth a move in which the two differ, such as `2 positions`; null where the
 * kept roles are as good.
 */
export function whatOthersSave(kept: StructureProposal, others: StructureProposal): string | null {
  for (const goal of goalsWorthAMove(others.limits)) {
    const [mine, theirs] = [valueOf(kept, goal), valueOf(others, goal)];
    const allowed = theirs * (1 + (others.limits.relax?.[goal] ?? 0));
    const margin = TOLERANCE * Math.max(1, theirs);
    if (mine > allowed + margin) return amountOf(goal, mine - theirs, kept);
    if (mine < theirs - margin) return null;
  }
  return null;
}

/** What a structure that was found for other numbers breaks: a sentence, null where it keeps to the limits. */
export function brokenLimit(
  { roles }: StructureProposal,
  { maxPositionsPerRole }: Pick<StructureLimits, 'maxPositionsPerRole'>,
): string | null {
  if (maxPositionsPerRole == null) return null;
  const over = roles.find(({ positions }) => (positions ?? 0) > maxPositionsPerRole);
  return over
    ? `${over.name} would take ${over.positions ?? 0} positions, more than the ${maxPositionsPerRole} of a role.`
    : null;
}

/** What a structure comes to in a goal. */
export function valueOf({ objectives }: StructureProposal, goal: StructureGoal): number {
  return objectives.find(({ name }) => name === GOAL_NAMES[goal])?.value ?? 0;
}

function amountOf(goal: SummedGoal, amount: number, { handOffsPerWeek }: StructureProposal): string {
  const number = formatNumber(amount);
  const one = Math.abs(amount - 1) < TOLERANCE;
  if (goal === 'POSITIONS') return one ? '1 position' : `${number} positions`;
  if (goal === 'HAND_OFFS')
    return `${number} ${one ? 'hand-off' : 'hand-offs'} ${handOffsPerWeek.unit === 'PER_WEEK' ? 'a week' : 'for one unit'}`;
  return one ? 'holding 1 capability twice' : `holding ${number} capabilities twice`;
}
