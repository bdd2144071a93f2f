import { formatNumber, type Justification, type NonEmpty, type StepKey } from '../shared/index.js';
import type { InsideTransfer } from './hand-offs.js';
import { keptTransfers, sayBridge, sayHandOffsSaved } from './kept-transfers.js';
import type { RoleShape, ShapedRoles } from './role-shape.js';
import { saySameKind } from './same-kind.js';

/** For each role, in order: why it exists (one reason for each demand), then why its steps belong together. */
export function explainRoles(shaped: ShapedRoles): (NonEmpty<Justification> | null)[] {
  const kept = keptTransfers(shaped);
  return shaped.roles.map((role, at) => {
    const [first, ...others] = role.demands.flatMap((demand) => existence(shaped, demand));
    if (!first) return null;
    const belonging = role.steps.length < 2 ? [] : belongingOf(shaped, role, first.step, kept.get(at) ?? []);
    return [first, ...others, ...belonging];
  });
}

function existence(shaped: ShapedRoles, at: number): Justification[] {
  const demand = shaped.ground.demands[at];
  const number = demand === undefined ? undefined : shaped.steps.numberOf.get(demand.step);
  const step = number === undefined ? undefined : shaped.steps.steps[number];
  if (!demand || !step) return [];
  const where = step.line === null ? '' : ` (line ${step.line})`;
  const { key, name } = demand.capability;
  const asks = demand.statedByStep
    ? `asks for ${name}`
    : 'asks for its own activity (derived from its name, not confirmed yet)';
  return [
    {
      step: step.key,
      capability: { key, name },
      rule: 'STEP_DEMANDS_CAPABILITY',
      text: `"${step.name}"${where} ${asks}: remove this role and the step is uncovered.`,
    },
  ];
}

function belongingOf(
  shaped: ShapedRoles,
  role: RoleShape,
  step: StepKey,
  kept: readonly InsideTransfer[],
): Justification[] {
  const texts: (readonly [rule: string, text: string | null])[] = [
    ['SAVES_HAND_OFFS', sayHandOffsSaved(shaped, kept)],
    ['BRIDGES_THE_SEAM', sayBridge(shaped, kept)],
    ['ONE_PERSON_TODAY', seenTogether(shaped, role)],
    ['SAME_KIND_OF_WORK', saySameKind(shaped, role)],
    ['SAVES_POSITIONS', positionsSaved(shaped, role)],
  ];
  return texts.flatMap(([rule, text]) => (text === null ? [] : [{ step, capability: null, rule, text }]));
}

function seenTogether({ steps }: ShapedRoles, role: RoleShape): string | null {
  const counts = new Map<string, number>();
  for (const number of role.steps) {
    for (const name of new Set(steps.steps[number]?.performers))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [top] = [...counts].sort(([, a], [, b]) => b - a);
  if (!top || top[1] < 2) return null;
  return `${shareOf(top[1], role.steps.length)} done by ${top[0]} today: evidence that they go together (no claim to the role).`;
}

function shareOf(count: number, all: number): string {
  if (count < all) return `${count} of these ${all} steps are`;
  return all === 2 ? 'Both steps are' : 'All of these steps are';
}

function positionsSaved(shaped: ShapedRoles, role: RoleShape): string | null {
  const { capacity } = shaped;
  if (role.load === 0) return null;
  const apart = role.steps.reduce(
    (sum, step) => sum + Math.max(1, Math.ceil((shaped.steps.loads[step] ?? 0) / capacity)),
    0,
  );
  if (apart <= role.positions) return null;
  const positions = role.positions === 1 ? '1 position' : `${role.positions} positions`;
  return `Together they are ${formatNumber(role.load / capacity)} FTE of known work: ${positions}, where a role for each step would take ${apart}.`;
}
