import type { CapabilityDemand } from '../capability/index.js';
import type { RoleShape, ShapedRoles } from './role-shape.js';

/** From this share of the hours on nearly all of them are meant. */
const NEARLY_ALL = 0.9;

/** Of what kinds the work of a role is and of how much of it that is known; null where that ties nothing together. */
export function saySameKind(
  { ground, steps }: Pick<ShapedRoles, 'ground' | 'steps'>,
  role: RoleShape,
): string | null {
  const demands = role.demands.flatMap((at) => ground.demands[at] ?? []);
  const nameOf = new Map(ground.catalogue.families.map(({ key, name }) => [key, name.toLowerCase()]));
  const kindOf = ({ capability }: CapabilityDemand): string | null =>
    nameOf.get(capability.family ?? '') ?? null;
  const known = demands.filter((demand) => kindOf(demand) !== null);
  const names = [...new Set(known.flatMap((demand) => kindOf(demand) ?? []))];
  const [only, ...others] = names;
  if (only === undefined || known.length < 2) return null;
  const isOne = others.length === 0;
  const kinds = names.join('; ');
  if (known.length === demands.length)
    return isOne
      ? `The work is of one kind: ${kinds}.`
      : `These kinds of work can be held by one person: ${kinds}.`;
  if (isNearlyAll(known, demands))
    return isOne
      ? `Nearly all hours of the work are of one kind: ${kinds}.`
      : `These kinds of work, nearly all of its hours, can be held by one person: ${kinds}.`;
  const unknown = new Set(demands.flatMap((demand) => (kindOf(demand) === null ? [demand.step] : [])));
  const told = role.steps.filter((at) => {
    const step = steps.steps[at];
    return step !== undefined && !unknown.has(step.key);
  }).length;
  return told < 2
    ? null
    : `${told} of these ${role.steps.length} steps are of ${isOne ? 'one kind' : 'kinds that one person can hold'}: ${kinds}. Of what kind the ${role.steps.length - told === 1 ? 'other is' : 'others are'}, the catalogue does not know.`;
}

function isNearlyAll(known: readonly CapabilityDemand[], all: readonly CapabilityDemand[]): boolean {
  if (all.some(({ hoursPerWeek }) => hoursPerWeek.value === null)) return false;
  const hours = hoursOf(all);
  return hours > 0 && hoursOf(known) >= NEARLY_ALL * hours;
}

function hoursOf(demands: readonly CapabilityDemand[]): number {
  return demands.reduce((sum, { hoursPerWeek }) => sum + (hoursPerWeek.value ?? 0), 0);
}
