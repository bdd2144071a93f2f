import { fingerprintOfRoles } from '../fingerprint.js';
import { howProven } from '../how-proven.js';
import { poseProblem, proposalOf, type PosedProblem } from '../propose-structure.js';
import { settleLimits } from '../settle-limits.js';
import type { SummedGoal } from '../structure-goals.js';
import { solveFront, type FrontPoint } from '../solver/solve-front.js';
import { NO_SOLVER, type Solving } from '../solver/solving.js';
import type { StructureGround } from '../structure-ground.js';
import type {
  LimitsContradict,
  StreamNotReady,
  StructureLimits,
  StructureProposal,
} from '../structure-proposal.js';
import { findClosest } from '../today/index.js';
import { changedRoles } from './changed-roles.js';
import { workInWords } from './say-moves.js';
import { tellAlternatives } from './tell-alternatives.js';
import type { AlternativeDraft, AlternativePlace, StructureFront } from './structure-alternative.js';

/**
 * The choice between fewest people and fewest hand-offs, within the limits: all divisions of the work that no other
 * beats in both where they can be proven, else the two ends and some between them. The goals that were asked for do
 * not matter here. Refused as a proposal is.
 */
export function structureFront(
  ground: StructureGround,
  asked: StructureLimits,
  solving: Solving = NO_SOLVER,
): StructureFront | StreamNotReady | LimitsContradict {
  const { goals: _, relax: __, ...limits } = asked;
  const posed = poseProblem(ground, limits);
  if ('kind' in posed) return posed;
  const { points, complete } = solveFront(posed.built.problem, solving);
  const drafts = points.map((point, at) => draftOf(posed, point, placeAt(at, points.length)));
  const { steps, loads } = posed.built.steps;
  const loadBy = new Map(steps.map(({ key }, at) => [key, loads[at] ?? 0]));
  const work = workInWords(ground);
  const linked = drafts.map((draft, at) => {
    const before = drafts[at - 1];
    const changes =
      before &&
      changedRoles(before.proposal.roles, draft.proposal.roles, (step) => loadBy.get(step) ?? 0, work);
    return { ...draft, changes: changes ?? null };
  });
  const front = tellAlternatives(linked, complete);
  const [first] = front.alternatives;
  const ends = {
    fewestPeople: first.proposal,
    fewestHandOffs: front.alternatives.at(-1)?.proposal ?? first.proposal,
  };
  return { ...front, today: findClosest(posed, ends, solving) };
}

function placeAt(at: number, of: number): AlternativePlace {
  if (of === 1) return 'ONLY_ONE';
  if (at === 0) return 'FEWEST_PEOPLE';
  return at === of - 1 ? 'FEWEST_HAND_OFFS' : 'IN_BETWEEN';
}

function draftOf(
  posed: PosedProblem,
  point: FrontPoint,
  place: AlternativePlace,
): Omit<AlternativeDraft, 'changes'> {
  const proposal = proposalOf(inOrder(posed, point.order), point.solution, notesFor(point));
  const { levels } = point.solution;
  const widths = proposal.roles.map(({ capabilities }) => capabilities.length);
  const isMeasured = proposal.roles.some(({ hoursPerWeek }) => hoursPerWeek.value !== null);
  return {
    id: fingerprintOfRoles(proposal.restsOn ?? '', proposal.roles),
    place,
    positions: point.positions,
    handOffsPerWeek: proposal.handOffsPerWeek,
    fragmentation: levels.fragmentation.value,
    utilisation: isMeasured ? utilisationOf(posed, point) : null,
    isFloor: proposal.roles.some(({ hoursPerWeek: hours }) => hours.value === null || hours.atLeast),
    widestRole: widths.reduce((most, width) => Math.max(most, width), 0),
    averageRole: widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length),
    proven: levels.positions.proven && levels.handOffs.proven,
    bound: howProven(proposal).floor,
    proposal,
  };
}

/** The goals in the order in which this alternative reaches them. */
function inOrder(posed: PosedProblem, order: readonly SummedGoal[]): PosedProblem {
  return { ...posed, limits: settleLimits({ ...posed.asked, goals: order }, posed.ground.stream) };
}

function notesFor({ mostPositions }: FrontPoint): string[] {
  return mostPositions === null ? [] : [`The bounds hold for at most ${mostPositions} positions in all.`];
}

/** Known work of all steps over what the positions can do. */
function utilisationOf({ built: { problem } }: PosedProblem, { positions }: FrontPoint): number {
  const load = problem.atoms.reduce((sum, atom) => sum + atom.load, 0);
  return load / (positions * problem.capacity);
}

/** The alternative with that id, the closest to today included; null where the ground has none. */
export function alternativeBy(front: StructureFront, id: string): StructureProposal | null {
  const all = front.today ? [...front.alternatives, front.today] : front.alternatives;
  return all.find((one) => one.id === id)?.proposal ?? null;
}
