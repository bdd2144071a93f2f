import { READINESS_RUNGS } from '../metrics/index.js';
import { findContradiction, findImpossibleLimits, findOverflow } from './contradictions.js';
import { describeRoles } from './describe-roles.js';
import { fingerprintOf } from './fingerprint.js';
import { handOffsOf } from './hand-offs.js';
import { notesOf } from './limit-notes.js';
import { objectivesOf, type GoalBounds } from './objectives.js';
import { shapeRoles } from './role-shape.js';
import { settleLimits, withTeamCeiling, type SettledLimits } from './settle-limits.js';
import { bundleOf } from './solver/bundle.js';
import { buildProblem, type BuiltProblem } from './solver/build-problem.js';
import type { RoleProblem } from './solver/role-problem.js';
import type { Roles, Solution } from './solver/solution.js';
import { solveRelaxed } from './solver/solve-relaxed.js';
import { NO_SOLVER, type Solving } from './solver/solving.js';
import type { DesignGround } from './structure-ground.js';
import { goalsInWords } from './structure-goals.js';
import type {
  LimitsContradict,
  StreamNotReady,
  StructureLimits,
  StructureProposal,
  SuggestedStructure,
} from './structure-proposal.js';
import { describeTeams } from './teams/describe-teams.js';
import { formTeams } from './teams/form-teams.js';

/**
 * Roles and teams for a stream: fewest positions, then fewest hand-offs, then least fragmentation, then most even load
 * (or in the order asked for, some of them relaxed), within the limits. Refused where the stream is not connected yet,
 * or where no structure can keep the limits. known: roles, as sets of positions of demands, to begin with; where they
 * keep the limits the answer is no worse.
 */
export function proposeStructure(
  ground: DesignGround,
  asked: StructureLimits,
  solving: Solving = NO_SOLVER,
  known: readonly (readonly number[])[] | null = null,
): SuggestedStructure {
  const posed = poseProblem(ground, asked);
  if ('kind' in posed) return posed;
  const { problem } = posed.built;
  const start = known && rolesOf(problem, known);
  return proposalOf(posed, solveRelaxed(problem, posed.limits.relax ?? {}, solving, start));
}

/** Sets of demands as roles of the problem; null where they are not all of it, or no role may hold one of them. */
function rolesOf(problem: RoleProblem, sets: readonly (readonly number[])[]): Roles | null {
  const setOf = new Map(sets.flatMap((set, at) => set.map((demand) => [demand, at] as const)));
  const roles = sets.map((): number[] => []);
  for (const [at, { demands }] of problem.atoms.entries()) {
    const [first, ...others] = new Set(demands.map((demand) => setOf.get(demand)));
    if (first === undefined || others.length > 0) return null;
    roles[first]?.push(at);
  }
  return roles.every((atoms) => bundleOf(problem, atoms) !== null) ? roles : null;
}

/** A stream with what is asked of its structure, in the form that is solved. */
export interface PosedProblem {
  readonly ground: DesignGround;
  readonly asked: StructureLimits;
  readonly limits: SettledLimits;
  readonly built: BuiltProblem;
}

/** The problem, or why there is none. */
export function poseProblem(
  ground: DesignGround,
  asked: StructureLimits,
): PosedProblem | StreamNotReady | LimitsContradict {
  const impossible = findImpossibleLimits(ground.stream, asked);
  if (impossible) return impossible;
  const { rung, missing } = ground.readiness;
  if (READINESS_RUNGS.indexOf(rung) < READINESS_RUNGS.indexOf('CONNECTED')) {
    return { kind: 'StreamNotReady', rung, needed: 'CONNECTED', missing };
  }
  const kept = withTeamCeiling(asked);
  const limits = settleLimits(kept, ground.stream);
  const built = buildProblem(ground, limits);
  const question = { built, asked, ground };
  return findOverflow(question) ?? findContradiction(question) ?? { ground, asked: kept, limits, built };
}

/** A solution as roles and teams with names, reasons and goals; notes come before those about the roles. */
export function proposalOf(
  { ground, asked, limits, built }: PosedProblem,
  solution: Solution,
  notes: readonly string[] = [],
): StructureProposal {
  const sets = solution.roles.map((atoms) =>
    atoms.flatMap((atom) => built.problem.atoms[atom]?.demands ?? []),
  );
  const shaped = shapeRoles(ground, limits, sets);
  const roles = describeRoles(shaped);
  const handOffsPerWeek = handOffsOf(shaped);
  const { teams, goal } = formTeams(shaped, roles);
  const bounds = boundsIn(built.problem, solution);
  const objectives = objectivesOf(shaped, handOffsPerWeek.value ?? 0, bounds, limits.goals);
  const order = limits.goals ? [goalsInWords(limits.goals, limits.relax ?? {})] : [];
  return {
    kind: 'StructureProposal',
    roles,
    teams: describeTeams(shaped, roles, teams),
    teamGoal: goal,
    handOffsPerWeek,
    objectives,
    gap: objectives.reduce((most, { gap }) => Math.max(most, gap), 0),
    provenOptimal: objectives.every(({ proven }) => proven),
    method: solution.method,
    limits,
    notes: [...order, ...notes, ...notesOf(shaped, asked, roles)],
    restsOn: fingerprintOf(ground, limits),
  };
}

/** Bounds in the units of the goals: weights are whole numbers, so a bound may be half a unit too high for each way. */
function boundsIn(problem: RoleProblem, { levels }: Solution): GoalBounds {
  const slack = problem.arcs.length;
  const handOffs = {
    lowerBound: Math.max(0, levels.handOffs.lowerBound - slack) / problem.scale,
    proven: levels.handOffs.proven,
  };
  return { ...levels, handOffs };
}
