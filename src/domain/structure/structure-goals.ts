import { formatPercent } from '../shared/index.js';

/** What is minimised: people, transfers between roles, capabilities held more than once, and how unevenly roles are loaded. */
export type StructureGoal = 'POSITIONS' | 'HAND_OFFS' | 'FRAGMENTATION' | 'UNEVENNESS';

/** The goals that add up over roles. */
export type SummedGoal = Exclude<StructureGoal, 'UNEVENNESS'>;

/** By how much of its best value a goal may be exceeded for the sake of those after it: 0.05 is 5 %. */
export type Relaxed = Readonly<Partial<Record<SummedGoal, number>>>;

/** Fewest people first. */
export const USUAL_GOALS: readonly StructureGoal[] = [
  'POSITIONS',
  'HAND_OFFS',
  'FRAGMENTATION',
  'UNEVENNESS',
];

/** Goals as the answer names them. */
export const GOAL_NAMES: Readonly<Record<StructureGoal, string>> = {
  POSITIONS: 'positions',
  HAND_OFFS: 'hand-offs',
  FRAGMENTATION: 'fragmentation',
  UNEVENNESS: 'unevenness',
};

/** The goals named first in their order, the others after them in the usual one; unevenness is always the last. */
export function settleGoals(
  asked: readonly StructureGoal[] | null | undefined,
): readonly [SummedGoal, ...SummedGoal[]] {
  const order = [...new Set([...(asked ?? []), ...USUAL_GOALS])].filter((goal) => goal !== 'UNEVENNESS');
  const [first = 'POSITIONS', ...others] = order;
  return [first, ...others];
}

/** true where this order, without a share to relax, is what anybody gets who asks for nothing. */
export function isUsual(asked: {
  readonly goals?: readonly StructureGoal[] | null;
  readonly relax?: Relaxed | null;
}): boolean {
  const same = settleGoals(asked.goals).every((goal, at) => goal === USUAL_GOALS[at]);
  return same && Object.values(asked.relax ?? {}).every((share) => share === 0);
}

/** Goals and shares as a note of the proposal tells them. */
export function goalsInWords(goals: readonly StructureGoal[], relax: Relaxed): string {
  const told = goals.map((goal) => {
    const share = goal === 'UNEVENNESS' ? 0 : (relax[goal] ?? 0);
    return share > 0
      ? `${GOAL_NAMES[goal]} (may be ${formatPercent(share)} above the best)`
      : GOAL_NAMES[goal];
  });
  return `Goals in this order: ${told.join(', then ')}.`;
}

/** What is wrong with goals and shares as they were asked for, each with what would be legal; empty where nothing is. */
export function wrongGoals(asked: {
  readonly goals?: readonly StructureGoal[] | null;
  readonly relax?: Relaxed | null;
}): { readonly limit: string; readonly message: string }[] {
  const goals = asked.goals ?? [];
  const named = `goals ${goals.join(', ')}`;
  const wrong = (limit: string, message: string) => [
    { limit, message: `${limit} is not possible: ${message}.` },
  ];
  const unknown = goals.filter((goal) => !USUAL_GOALS.includes(goal));
  const last = goals.indexOf('UNEVENNESS');
  return [
    ...(unknown.length > 0 ? wrong(named, `a goal is one of ${USUAL_GOALS.join(', ')}`) : []),
    ...(new Set(goals).size < goals.length ? wrong(named, 'each goal may be named once') : []),
    ...(last >= 0 && goals.slice(last + 1).length > 0
      ? wrong(named, 'UNEVENNESS can only be the last: it compares roles, and they have to be settled before')
      : []),
    ...Object.entries(asked.relax ?? {}).flatMap(([goal, share]) =>
      share >= 0 && share <= 1
        ? []
        : wrong(`relax ${goal} ${share}`, 'a share is at least 0 and at most 1 (0.05 is 5 %)'),
    ),
  ];
}
