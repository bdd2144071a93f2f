import { knownFigure, unknownFigure, type Figure } from '../../shared/index.js';
import type { CapabilityDemand } from '../../capability/index.js';
import { fteOf, hoursOf } from '../describe-roles.js';
import { fingerprintOf } from '../fingerprint.js';
import { handOffsOf } from '../hand-offs.js';
import { shapeRoles, type ShapedRoles } from '../role-shape.js';
import type { Role } from '../role.js';
import { settleLimits } from '../settle-limits.js';
import type { StructureProposal } from '../structure-proposal.js';
import type { CompanyGround } from './company-ground.js';
import { limitsOfPart } from './company-part.js';
import type { CompanyRole, CompanyStream, ServedStream } from './company-structure.js';

/** The roles of all streams, each with what it does for which of them. */
export function rolesOfCompany(ground: CompanyGround, { roles }: StructureProposal): CompanyRole[] {
  const demandAt = new Map(
    ground.demands.map((demand) => [`${demand.step} ${demand.capability.key}`, demand] as const),
  );
  return roles.map((role): CompanyRole => {
    const { steps: _, demands, why, ...told } = role;
    const held = demands.flatMap(({ step, capability }) => demandAt.get(`${step} ${capability}`) ?? []);
    const serves = servedBy(ground, held, role);
    return { ...told, serves, why: why.map(({ rule, text }) => ({ rule, text })) };
  });
}

function servedBy(
  ground: CompanyGround,
  held: readonly CapabilityDemand[],
  { hoursPerWeek }: Role,
): ServedStream[] {
  return ground.streams.flatMap(({ stream: { key } }): ServedStream[] => {
    const mine = held.filter(({ step }) => ground.steps.get(step)?.stream === key);
    if (mine.length === 0) return [];
    const steps = [...new Set(mine.map(({ step }) => step))].flatMap((step) => ground.steps.get(step) ?? []);
    const hours = hoursOf(mine);
    return [{ stream: key, steps, hoursPerWeek: hours, share: shareOf(hours, hoursPerWeek) }];
  });
}

/** What is known of a part over what is known of the whole; null where nothing is known of it. */
function shareOf(part: Figure, whole: Figure): number | null {
  if (part.value === null || whole.value === null || whole.value === 0) return null;
  return part.value / whole.value;
}

/** The streams with their hours, what of the positions they pay for, and their hand-offs between these roles. */
export function streamsOfCompany(
  ground: CompanyGround,
  proposal: StructureProposal,
  roles: readonly CompanyRole[],
  alone: readonly (number | null)[],
): CompanyStream[] {
  const hours = ground.parts.map(({ demands }) => hoursOf(demands));
  const all = hoursOf(ground.demands);
  const limits = settleLimits(proposal.limits, ground.stream);
  const shaped = shapeRoles(ground, limits, setsOf(ground, proposal));
  return ground.streams.flatMap((one, at): CompanyStream[] => {
    const { key, name } = one.stream;
    const hoursPerWeek = hours[at];
    const handOffsPerWeek = handOffsAt(ground, proposal, at);
    if (!hoursPerWeek || !handOffsPerWeek) return [];
    return [
      {
        key,
        name,
        hoursPerWeek,
        fte: fteOf(shaped, hoursPerWeek),
        share: shareOf(hoursPerWeek, all),
        positions: paidFor(roles, key),
        positionsAlone: alone[at] ?? null,
        handOffsPerWeek,
        roles: roles.flatMap((role) => (role.serves.some(({ stream }) => stream === key) ? [role.key] : [])),
        restsOn: fingerprintOf(one, settleLimits(limitsOfPart({ proposal }, one), one.stream)),
      },
    ];
  });
}

/** Of each role's positions the stream's share of the known hours; null where no hours of the stream are known. */
function paidFor(roles: readonly CompanyRole[], stream: CompanyStream['key']): number | null {
  const paid = roles.flatMap(({ serves, positions }) =>
    serves.flatMap((served) =>
      served.stream === stream && served.share !== null && positions !== null
        ? [served.share * positions]
        : [],
    ),
  );
  return paid.length === 0 ? null : paid.reduce((sum, one) => sum + one, 0);
}

function setsOf(
  { demands }: Pick<CompanyGround, 'demands'>,
  { roles }: StructureProposal,
): readonly (readonly number[])[] {
  const placeOf = new Map(demands.map(({ step, capability }, at) => [`${step} ${capability.key}`, at]));
  return roles.map((role) =>
    role.demands.flatMap(({ step, capability }) => placeOf.get(`${step} ${capability}`) ?? []),
  );
}

/** Hand-offs of one stream between the roles of all. */
function handOffsAt(ground: CompanyGround, proposal: StructureProposal, at: number): Figure | null {
  const part = ground.parts[at];
  if (!part) return null;
  const sets = setsOf(part, proposal).filter((set) => set.length > 0);
  const shaped: ShapedRoles = shapeRoles(part, settleLimits(proposal.limits, part.stream), sets);
  return handOffsOf(shaped);
}

/** Hand-offs of all streams whose demand is known, a floor where that of others is not; for one unit of each where none is. */
export function totalHandOffs(streams: readonly Pick<CompanyStream, 'handOffsPerWeek'>[]): Figure {
  const figures = streams.map(({ handOffsPerWeek }) => handOffsPerWeek);
  const weekly = figures.filter(({ unit }) => unit === 'PER_WEEK');
  const counted = weekly.length > 0 ? weekly : figures;
  const convention = figures[0]?.convention ?? '';
  const unit = weekly.length > 0 ? 'PER_WEEK' : 'COUNT';
  const steps = figures.reduce((sum, { ofSteps }) => sum + ofSteps, 0);
  if (counted.length === 0) return unknownFigure('There is no stream.', { unit, convention, ofSteps: steps });
  const total = (pick: (figure: Figure) => number | null): number =>
    counted.reduce((sum, figure) => sum + (pick(figure) ?? figure.value ?? 0), 0);
  return knownFigure(
    total(({ value }) => value),
    {
      unit,
      convention,
      low: total(({ low }) => low),
      high: total(({ high }) => high),
      measuredSteps: counted.reduce((sum, { measuredSteps }) => sum + measuredSteps, 0),
      ofSteps: steps,
      ...(weekly.length > 0 ? {} : { note: 'for one unit of each stream (nobody has said how many enter)' }),
    },
  );
}
