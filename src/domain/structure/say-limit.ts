import type { PlainLimit, StructureLimits } from './structure-proposal.js';

/** As the limits file says it, one `key: value` line: `positions per role: 3`, `utilisation: 30%`. */
export function sayLimit(
  name: Exclude<PlainLimit, 'teams'> | 'leastTeamSize',
  { [name]: value, leastTeamSize, teamSize }: StructureLimits,
): string {
  switch (name) {
    case 'maxCapabilitiesPerRole':
      return `capabilities per role: ${String(value)}`;
    case 'maxStepsPerRole':
      return `steps per role: ${String(value)}`;
    case 'maxPositionsPerRole':
      return `positions per role: ${String(value)}`;
    case 'oneForcePerRole':
      return `one force per role: ${value === true ? 'yes' : 'no'}`;
    case 'targetUtilisation':
      return `utilisation: ${sayShare(value)}`;
    case 'shrinkage':
      return `shrinkage: ${sayShare(value)}`;
    case 'teamSize':
    case 'leastTeamSize':
      return leastTeamSize == null
        ? `team size: ${String(teamSize)}`
        : `team size: ${leastTeamSize}-${teamSize == null ? '?' : String(teamSize)}`;
  }
}

/** `0.3` as `30%`, without the digits that only the machine makes. */
function sayShare(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return String(value);
  return `${Number((value * 100).toPrecision(12))}%`;
}
