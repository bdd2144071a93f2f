import type { CapabilityKey, RoleKey, StepKey } from '../shared/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { AdoptedStructure } from './adopted-structure.js';
import { findContradiction } from './contradictions.js';
import { describeRoles } from './describe-roles.js';
import { fingerprintOf } from './fingerprint.js';
import { handOffsOf } from './hand-offs.js';
import { notesOf } from './limit-notes.js';
import { objectivesOf, type GoalBounds } from './objectives.js';
import type { Role, Team } from './role.js';
import { shapeRoles } from './role-shape.js';
import { settleLimits, type SettledLimits } from './settle-limits.js';
import { buildProblem } from './solver/build-problem.js';
import { boundsOf } from './solver/lower-bounds.js';
import type { DesignGround } from './structure-ground.js';
import type { StructureProposal } from './structure-proposal.js';
import { describeTeams } from './teams/describe-teams.js';

/** How the method of an adopted structure begins. */
export const ADOPTED_AT = 'adopted at revision';

/**
 * An adopted structure on the stream as it stands now: each demand goes to the adopted role that holds its
 * capability, the one that held the step before where several do; a demand that no role holds stays uncovered. Keys
 * and names stay; a role without a step left is dropped and noted. Sizes, hand-offs and reasons are computed afresh.
 */
export function settleStructure(ground: DesignGround, adopted: AdoptedStructure): StructureProposal {
  const { proposal } = adopted;
  const limits = settleLimits(proposal.limits, ground.stream);
  const sets = assign(ground.demands, proposal.roles);
  const covered = [...sets.values()].reduce((sum, demands) => sum + demands.length, 0);
  const names = proposal.roles
    .flatMap(({ key, name }) => (sets.has(key) ? [{ key, name }] : []))
    .sort((a, b) => (sets.get(a.key)?.[0] ?? 0) - (sets.get(b.key)?.[0] ?? 0));
  const shaped = shapeRoles(
    ground,
    limits,
    names.map(({ key }) => sets.get(key) ?? []),
  );
  const roles = describeRoles(shaped, names);
  const handOffsPerWeek = handOffsOf(shaped);
  const restsOn = fingerprintOf(ground, limits);
  if (proposal.restsOn === restsOn && covered === ground.demands.length) {
    const method = `${ADOPTED_AT} ${adopted.revision}, and the stream asks for the same: ${proposal.method}`;
    const teams = describeTeams(shaped, roles, proposal.teams);
    return { ...proposal, roles, teams, handOffsPerWeek, method };
  }
  const bounds = covered === ground.demands.length ? boundsAround(ground, limits, proposal) : NO_BOUNDS;
  const objectives = objectivesOf(shaped, handOffsPerWeek.value ?? 0, bounds, limits.goals);
  return {
    kind: 'StructureProposal',
    roles,
    teams: describeTeams(shaped, roles, settleTeams(proposal.teams, roles)),
    handOffsPerWeek,
    objectives,
    gap: objectives.reduce((most, { gap }) => Math.max(most, gap), 0),
    provenOptimal: false,
    method: `${ADOPTED_AT} ${adopted.revision}, settled on the stream as it stands without a new search`,
    limits,
    notes: [
      ...dropped(proposal.roles, sets),
      ...uncovered(ground, sets),
      ...notesOf(shaped, proposal.limits, roles),
    ],
    restsOn,
  };
}

/** The demands of each adopted role, by position. */
function assign(
  demands: readonly CapabilityDemand[],
  roles: readonly Role[],
): ReadonlyMap<RoleKey, number[]> {
  const holderOf = holdersIn(roles);
  const sets = new Map<RoleKey, number[]>();
  demands.forEach((demand, at) => {
    const key = holderOf(demand);
    if (key === null) return;
    const set = sets.get(key);
    if (set) set.push(at);
    else sets.set(key, [at]);
  });
  return sets;
}

function holdersIn(roles: readonly Role[]): (demand: CapabilityDemand) => RoleKey | null {
  const byCapability = new Map<CapabilityKey, RoleKey[]>();
  const byDemand = new Map<string, RoleKey>();
  const byStep = new Map<StepKey, Set<RoleKey>>();
  const byActivity = new Map<StepKey, RoleKey>();
  for (const role of roles) {
    for (const { key } of role.capabilities)
      byCapability.set(key, [...(byCapability.get(key) ?? []), role.key]);
    for (const { step, capability, statedByStep } of role.demands) {
      byDemand.set(`${step} ${capability}`, role.key);
      byStep.set(step, (byStep.get(step) ?? new Set()).add(role.key));
      if (statedByStep === false) byActivity.set(step, role.key);
    }
  }
  return ({ step, capability, statedByStep }) => {
    const before = byDemand.get(`${step} ${capability.key}`);
    if (before) return before;
    const holders = byCapability.get(capability.key) ?? [];
    // A step that was renamed still asks for its own activity, which is called otherwise now.
    const activity = statedByStep ? undefined : byActivity.get(step);
    return holders.find((role) => byStep.get(step)?.has(role)) ?? activity ?? holders[0] ?? null;
  };
}

const UNPROVEN = { lowerBound: 0, proven: false };
const NO_BOUNDS: GoalBounds = {
  positions: UNPROVEN,
  handOffs: UNPROVEN,
  fragmentation: UNPROVEN,
  unevenness: UNPROVEN,
};

/** What no structure of the stream as it stands falls below; nothing where none can keep the limits any more. */
function boundsAround(
  ground: DesignGround,
  limits: SettledLimits,
  { limits: asked }: StructureProposal,
): GoalBounds {
  const built = buildProblem(ground, limits);
  const yielding = { ...asked, maxCapabilitiesPerRole: null, teamSize: null };
  if (findContradiction({ built, asked: yielding, ground })) return NO_BOUNDS;
  const { problem } = built;
  const all = problem.atoms.map((_, at) => at);
  const { positions, cut } = boundsOf(problem, all);
  const between = problem.arcs.reduce((sum, { weight }) => sum + weight, 0);
  const handOffs = problem.totalWeight - (between - cut) - problem.uncertainWeight - problem.arcs.length;
  return {
    ...NO_BOUNDS,
    positions: { lowerBound: positions, proven: false },
    handOffs: { lowerBound: Math.max(0, handOffs) / problem.scale, proven: false },
  };
}

function settleTeams(teams: readonly Team[], roles: readonly Role[]): Team[] {
  const kept = new Set(roles.map(({ key }) => key));
  return teams
    .map((team) => ({ ...team, roles: team.roles.filter((key) => kept.has(key)) }))
    .filter((team) => team.roles.length > 0);
}

function dropped(roles: readonly Role[], sets: ReadonlyMap<RoleKey, unknown>): string[] {
  return roles
    .filter(({ key }) => !sets.has(key))
    .map(
      ({ name }) =>
        `"${name}" was adopted, and no step of the stream asks for anything it holds any more: it is not listed.`,
    );
}

function uncovered(
  { stream, demands }: DesignGround,
  sets: ReadonlyMap<RoleKey, readonly number[]>,
): string[] {
  const held = new Set([...sets.values()].flat());
  const names = new Map(stream.steps.map(({ key, name }) => [key, name]));
  return demands.flatMap(({ step, capability }, at) =>
    held.has(at)
      ? []
      : [
          `"${names.get(step) ?? step}" asks for ${capability.name}, which no adopted role holds: adopt a structure anew, or state a capability that a role has.`,
        ],
  );
}
