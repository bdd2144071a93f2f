import type { ValueStream } from '../stream/index.js';
import { settleDuties } from './own-duties.js';
import { sayLimit } from './say-limit.js';
import { isUsual, settleGoals, wrongGoals } from './structure-goals.js';
import type { PlainLimit, StructureLimits, StructureProposal, TeamForming } from './structure-proposal.js';

/** The limits in force, defaults filled in; null is no limit. */
export type SettledLimits = StructureProposal['limits'] & {
  readonly maxCapabilitiesPerRole: number;
  readonly oneForcePerRole: boolean;
  readonly targetUtilisation: number;
  readonly shrinkage: number;
  readonly teamSize: number;
  readonly teams: TeamForming;
};

export const DEFAULT_LIMITS: SettledLimits = {
  maxCapabilitiesPerRole: 5,
  maxStepsPerRole: null,
  maxPositionsPerRole: null,
  oneForcePerRole: false,
  targetUtilisation: 0.85,
  shrinkage: 0.15,
  teamSize: 9,
  teams: 'HAND_OFFS',
};

/** Limits with their defaults, and the steps that they name by key; a step that the stream does not have is left out. */
export function settleLimits(limits: StructureLimits, stream: Pick<ValueStream, 'steps'>): SettledLimits {
  return {
    maxCapabilitiesPerRole: limits.maxCapabilitiesPerRole ?? DEFAULT_LIMITS.maxCapabilitiesPerRole,
    maxStepsPerRole: limits.maxStepsPerRole ?? null,
    maxPositionsPerRole: limits.maxPositionsPerRole ?? null,
    oneForcePerRole: limits.oneForcePerRole ?? DEFAULT_LIMITS.oneForcePerRole,
    targetUtilisation: limits.targetUtilisation ?? DEFAULT_LIMITS.targetUtilisation,
    shrinkage: limits.shrinkage ?? DEFAULT_LIMITS.shrinkage,
    teamSize: limits.teamSize ?? DEFAULT_LIMITS.teamSize,
    teams: limits.teams ?? DEFAULT_LIMITS.teams,
    ...(limits.leastTeamSize == null ? {} : { leastTeamSize: limits.leastTeamSize }),
    ...settleDuties(stream, limits),
    ...(isUsual(limits)
      ? {}
      : { goals: [...settleGoals(limits.goals), 'UNEVENNESS' as const], relax: limits.relax ?? {} }),
  };
}

/** A team size that somebody set holds for a role too, for no role is spread over teams; a default yields to one. */
export function withTeamCeiling(asked: StructureLimits): StructureLimits {
  const { teamSize, maxPositionsPerRole } = asked;
  if (teamSize == null) return asked;
  return { ...asked, maxPositionsPerRole: Math.min(teamSize, maxPositionsPerRole ?? Infinity) };
}

/** The limits of a structure as they may be asked for again: where a value is the default nobody is taken to have set it. */
export function askedAgain(limits: StructureProposal['limits']): StructureLimits {
  const { maxCapabilitiesPerRole, teamSize, ...others } = limits;
  return {
    ...others,
    ...(maxCapabilitiesPerRole === DEFAULT_LIMITS.maxCapabilitiesPerRole ? {} : { maxCapabilitiesPerRole }),
    ...(teamSize === DEFAULT_LIMITS.teamSize ? {} : { teamSize }),
  };
}

/** A limit that cannot be meant, as it was given, with what would be legal. */
export interface ImpossibleLimit {
  readonly limit: string;
  readonly message: string;
}

const WHOLE_NUMBERS = [
  'maxCapabilitiesPerRole',
  'maxStepsPerRole',
  'maxPositionsPerRole',
  'teamSize',
  'leastTeamSize',
] as const;

/** Limits that no structure could keep, whatever the stream. */
export function impossibleLimits(limits: StructureLimits): ImpossibleLimit[] {
  const problems: ImpossibleLimit[] = [];
  const refuse = (name: Exclude<PlainLimit, 'teams'> | 'leastTeamSize', legal: string): void => {
    const limit = sayLimit(name, limits);
    problems.push({ limit, message: `${limit} is not possible: it must be ${legal}.` });
  };
  for (const name of WHOLE_NUMBERS) {
    const value = limits[name];
    if (value != null && !(Number.isSafeInteger(value) && value >= 1))
      refuse(name, 'a whole number, 1 or more');
  }
  const { targetUtilisation, shrinkage } = limits;
  if (targetUtilisation != null && !(targetUtilisation >= 0.05 && targetUtilisation <= 1)) {
    refuse(
      'targetUtilisation',
      'at least 5% and at most 100%: below that nearly all of the paid time would be spare',
    );
  }
  if (shrinkage != null && !(shrinkage >= 0 && shrinkage <= 0.95)) {
    refuse('shrinkage', '0% or more and at most 95%: above that nobody would be there to work');
  }
  const { leastTeamSize, teamSize } = limits;
  if (leastTeamSize != null && leastTeamSize > (teamSize ?? DEFAULT_LIMITS.teamSize))
    refuse(
      'leastTeamSize',
      `at most the ${teamSize ?? DEFAULT_LIMITS.teamSize} positions that a team may have`,
    );
  problems.push(...wrongGoals(limits));
  return problems;
}
