import { formatNumber, formatPercent, knownFigure, unknownFigure, type Figure } from '../shared/index.js';
import { sumOfHours, type Capability, type CapabilityDemand } from '../capability/index.js';
import { nameRoles, type RoleName } from './naming/name-roles.js';
import { explainRoles } from './role-why.js';
import type { Role } from './role.js';
import type { ShapedRoles } from './role-shape.js';

/** Roles with sizes, names and reasons, in the order of their first step. names: where they have names already. */
export function describeRoles(shaped: ShapedRoles, names: readonly RoleName[] = nameRoles(shaped)): Role[] {
  const whys = explainRoles(shaped);
  return shaped.roles.flatMap((shape, at): Role[] => {
    const [why, name] = [whys[at], names[at]];
    if (!why || !name) return [];
    const demands = shape.demands.flatMap((demand) => shaped.ground.demands[demand] ?? []);
    const hoursPerWeek = hoursOf(demands);
    return [
      {
        ...name,
        capabilities: capabilitiesOf(demands),
        steps: shape.steps.flatMap((step) => shaped.steps.steps[step]?.key ?? []),
        demands: demands.map(({ step, capability, statedByStep }) => ({
          step,
          capability: capability.key,
          statedByStep,
        })),
        hoursPerWeek,
        fte: fteOf(shaped, hoursPerWeek),
        positions: hoursPerWeek.value === null ? null : shape.positions,
        why,
      },
    ];
  });
}

function capabilitiesOf(demands: readonly CapabilityDemand[]): Capability[] {
  const capabilities = new Map<string, Capability>();
  for (const { capability } of demands) {
    const former = capabilities.get(capability.key);
    if (!former || (capability.licence && !former.licence)) capabilities.set(capability.key, capability);
  }
  return [...capabilities.values()];
}

/** Hours a week of demands; a floor where some are unknown, unknown where all are. */
export function hoursOf(demands: readonly CapabilityDemand[]): Figure {
  const measured = new Set(
    demands.flatMap(({ step, hoursPerWeek }) => (hoursPerWeek.value === null ? [] : [step])),
  ).size;
  return sumOfHours(
    demands.map(({ hoursPerWeek }) => hoursPerWeek),
    { measured, of: new Set(demands.map(({ step }) => step)).size },
  );
}

/** Hours over what one position can work; every percentage with its base. */
export function fteOf(
  { capacity, ground, limits }: Pick<ShapedRoles, 'capacity' | 'ground' | 'limits'>,
  hours: Figure,
): Figure {
  const paid = ground.stream.calendar.paidHoursPerWeek;
  const perPosition = capacity / 3600;
  const convention =
    `load / (paid hours × (1 − shrinkage) × target utilisation): one position works ${formatNumber(perPosition)} h a week` +
    ` = ${formatNumber(paid)} h paid, less ${formatPercent(limits.shrinkage)} of the paid hours (shrinkage),` +
    ` of the rest ${formatPercent(limits.targetUtilisation)} (target utilisation)`;
  const { measuredSteps, ofSteps, atLeast, source } = hours;
  const rests = { unit: 'FTE', convention, measuredSteps, ofSteps, source } as const;
  if (hours.value === null) return unknownFigure(hours.whyNot ?? 'No step of it is measured.', rests);
  return knownFigure(hours.value / perPosition, {
    ...rests,
    low: (hours.low ?? hours.value) / perPosition,
    high: (hours.high ?? hours.value) / perPosition,
    atLeast,
  });
}
