import type { Quantity } from '../shared/index.js';
import type { FlowArc, ValueStream } from '../stream/index.js';
import { branchesOfChoices } from './branches-of-choices.js';
import { widenGuesses } from './widen-guesses.js';

/** Which shares a branch of a choice can have while every other one stays within its own range. */
export interface BranchReach {
  readonly low: number;
  readonly high: number;
  /** The shares of the other branches, in their order, where this one has such a share; null where nobody has told one. */
  readonly others: (share: number) => readonly (number | null)[];
}

/** What is lost in adding shares up. */
const SLACK = 1e-9;

/** What the other branches of its choice leave of the range of each, guesses taken as ranges; by its place among the arcs. */
export function reachOfBranches(stream: ValueStream): (nth: number) => BranchReach | null {
  const { arcs } = widenGuesses(stream).flow;
  const choices = branchesOfChoices(stream.flow.nodes, arcs);
  const reaches = new Map([...choices].map(([choice, branches]) => [choice, reachInChoice(branches)]));
  return (nth) => {
    const arc = arcs[nth];
    return (arc && reaches.get(arc.from)?.(arc)) ?? null;
  };
}

/**
 * The reach of each branch of a choice: all branches add up as their likely shares do, and each of the others gives or
 * takes in proportion to the room that its range leaves. null for a branch without a share, and where the shares told
 * are more than all units.
 */
function reachInChoice(branches: readonly FlowArc[]): (branch: FlowArc) => BranchReach | null {
  const told = branches.flatMap(({ share }) => (share ? [share] : []));
  const untold = branches.length - told.length;
  const [low, likely, high] = [total(told, 'low'), total(told, 'likely'), total(told, 'high')];
  const whole = untold > 0 ? 1 : Math.min(1, likely);
  return (branch) => {
    const own = branch.share;
    if (!own || likely > 1 + SLACK) return null;
    const most = untold > 0 ? whole : high - own.high;
    return {
      low: atLeast(own.low, whole - most),
      high: -atLeast(-own.high, low - own.low - whole),
      others: (share) => othersOf(branches, branch, whole - share, untold),
    };
  };
}

function total(shares: readonly Quantity[], end: 'low' | 'likely' | 'high'): number {
  return shares.reduce((sum, share) => sum + share[end], 0);
}

/** The greater of two, as it was told where they are as good as the same. */
function atLeast(told: number, least: number): number {
  return least > told + SLACK ? least : told;
}

function othersOf(
  branches: readonly FlowArc[],
  branch: FlowArc,
  left: number,
  untold: number,
): readonly (number | null)[] {
  const others = branches.filter((arc) => arc !== branch).map(({ share }) => share);
  const told = others.filter((share) => share !== null);
  const given = dealt(told, left, untold > 0);
  const rest = Math.max(
    0,
    given.reduce((sum, share) => sum - share, left),
  );
  const shares = given[Symbol.iterator]();
  return others.map((share) => (share ? (shares.next().value ?? 0) : untold === 1 ? rest : null));
}

/** What is left dealt out from the likely shares, each as far as its range allows; beside an untold branch they need not take all. */
function dealt(told: readonly Quantity[], left: number, untold: boolean): readonly number[] {
  const more = left - total(told, 'likely');
  if (untold && more > 0) return told.map(({ likely }) => likely);
  const room = ({ low, likely, high }: Quantity) => (more > 0 ? high - likely : likely - low);
  const rooms = told.reduce((sum, share) => sum + room(share), 0);
  const part = more / Math.max(rooms, Math.abs(more), Number.MIN_VALUE);
  return told.map((share) => share.likely + part * room(share));
}
