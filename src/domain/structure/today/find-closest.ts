import { foldName, type StepKey } from '../../shared/index.js';
import { fingerprintOfRoles } from '../fingerprint.js';
import { poseProblem, proposalOf, type PosedProblem } from '../propose-structure.js';
import type { Role } from '../role.js';
import { solveRoles } from '../solver/solve-roles.js';
import type { Solving } from '../solver/solving.js';
import type { StructureProposal } from '../structure-proposal.js';
import type { ClosestToToday, KeptPerformer, LeavingStep } from './closest-to-today.js';
import { keepMost, type KeptUnits } from './keep-most.js';
import { performerGroups, type PerformerGroup } from './performer-groups.js';
import { seatOthers } from './seat-others.js';
import { whyItMoves } from './why-it-moves.js';
import { tellClosest, type Ends, type SharedOut } from './tell-closest.js';

interface KeptGroup extends KeptUnits {
  readonly group: PerformerGroup;
}

/**
 * The roles that leave most steps with who does them today within the limits: each performer keeps the most that one
 * role may hold, performers stay apart, and what is left goes where people, hand-offs and fragmentation are fewest. Others
 * who do a step of a role today stand in it too as far as it has room.
 * null where nobody is known to do anything today.
 */
export function findClosest(posed: PosedProblem, ends: Ends, solving: Solving): ClosestToToday | null {
  const { groups, sure } = performerGroups(posed.built);
  if (groups.length === 0) return null;
  const kept = groups.map((group): KeptGroup => ({ group, ...keepMost(posed.built.problem, group.units) }));
  const held = kept.filter(({ units }) => units.length > 0);
  const proposal = proposeAround(posed, held, solving);
  if (!proposal) return null;
  const holders = holdersOf(proposal.roles);
  const keepers = held.flatMap((each) => keptBy(posed, each, holders));
  const performers = seatOthers(posed, keepers, proposal.roles);
  const moved = leaving(posed, kept, performers, holders);
  const known = posed.built.steps.steps.filter((step) => step.performers.length > 0).length;
  const told = {
    id: fingerprintOfRoles(proposal.restsOn ?? '', proposal.roles),
    proposal,
    positions: proposal.objectives.find(({ name }) => name === 'positions')?.value ?? 0,
    kept: performers,
    moved,
    ofSteps: known,
    withoutPerformer: posed.built.steps.steps.length - known,
    proven: sure && kept.every(({ proven }) => proven),
  };
  return { ...told, text: tellClosest(told, sharedOut(posed), ends) };
}

function sharedOut({ built }: PosedProblem): SharedOut {
  return { steps: built.steps.steps, capacity: built.problem.capacity };
}

/** The rest designed around what each performer keeps; the limits that are told are those that were asked for. */
function proposeAround(
  posed: PosedProblem,
  held: readonly KeptGroup[],
  solving: Solving,
): StructureProposal | null {
  const sets = held.map(({ units }) =>
    units.flatMap(({ steps }) => steps).flatMap((step): StepKey[] => keysOf(posed, [step])),
  );
  const { asked } = posed;
  const around = poseProblem(posed.ground, {
    ...asked,
    together: [...(asked.together ?? []), ...sets.filter((set) => set.length > 1)],
    apart: [
      ...(asked.apart ?? []),
      ...(sets.length > 1 ? [sets.flatMap(([first]) => (first === undefined ? [] : [first]))] : []),
    ],
  });
  if ('kind' in around) return null;
  const solution = solveRoles(around.built.problem, solving);
  const note = 'Each performer of today keeps what one role may hold; the bounds hold for roles that do so.';
  return proposalOf({ ...around, asked, limits: posed.limits }, solution, [note]);
}

function keysOf({ built }: PosedProblem, steps: readonly number[]): StepKey[] {
  return steps.flatMap((step) => built.steps.steps[step]?.key ?? []);
}

type Holders = ReadonlyMap<StepKey, readonly string[]>;

/** For each step the roles that have it, by name. */
function holdersOf(roles: readonly Role[]): Holders {
  const holders = new Map<StepKey, string[]>();
  for (const { name, steps } of roles)
    for (const step of steps) holders.set(step, [...(holders.get(step) ?? []), name]);
  return holders;
}

function keptBy(posed: PosedProblem, { group, units }: KeptGroup, holders: Holders): KeptPerformer[] {
  const steps = keysOf(
    posed,
    units.flatMap((unit) => unit.steps),
  );
  const [role] = steps.flatMap((step) => holders.get(step)?.[0] ?? []);
  return role === undefined ? [] : [{ performer: group.performer, role, steps }];
}

/** Steps of a known performer that no role of theirs has, each with what does not let it stay. */
function leaving(
  posed: PosedProblem,
  kept: readonly KeptGroup[],
  performers: readonly KeptPerformer[],
  holders: Holders,
): LeavingStep[] {
  const stands = new Set(performers.map(({ performer, role }) => standing(performer, role)));
  const groupOf = new Map(
    kept.flatMap(({ group }) =>
      group.units.flatMap(({ steps }) => steps.map((step) => [step, group] as const)),
    ),
  );
  return posed.built.steps.steps.flatMap(({ key, performers: from }, at): LeavingStep[] => {
    const to = holders.get(key) ?? [];
    const stays =
      from.length === 0 || from.some((name) => to.some((role) => stands.has(standing(name, role))));
    if (stays) return [];
    const group = groupOf.get(at);
    return [{ step: key, from, to, why: group ? whyItMoves(posed, group, at) : '' }];
  });
}

/** One word for somebody in a role. */
function standing(performer: string, role: string): string {
  return `${foldName(performer)}\n${role}`;
}
