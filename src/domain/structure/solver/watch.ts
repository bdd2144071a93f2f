import { GOAL_NAMES, type SummedGoal } from '../structure-goals.js';
import { plus, totalCost, type Cost } from './cost.js';
import type { IntegerAnswer, IntegerSolver } from './integer-solver.js';
import type { Lookout } from './lookout.js';
import { boundOf, toldOf } from './judge-levels.js';
import type { RoleProblem } from './role-problem.js';

/** One goal of a search under way, in the unit in which the goal is told; lowerBound is 0 where nothing is proven yet. */
export interface GoalSoFar {
  readonly name: string;
  readonly best: number;
  readonly lowerBound: number;
  /** (best − lowerBound) / best, and 0 where the two are equal. */
  readonly gap: number;
}

/** How far a search has come: the same moments and words every time the same is asked. */
export interface SearchNews {
  /** Which of several designs this is, such as "design 2 of 5"; empty where there is only one. */
  readonly part: string;
  /** What is being done, in plain words. */
  readonly stage: string;
  /** In the order in which they are minimised; empty where nothing is found yet. */
  readonly goals: readonly GoalSoFar[];
  /** Simplex iterations so far. */
  readonly work: number;
}

/** Somebody who looks on. They change nothing unless they say that what there is by now is enough. */
export interface Watch {
  readonly tell: (news: SearchNews) => void;
  readonly isEnough: () => boolean;
}

/** Whether whoever looks on has said that what there is by now is enough. */
export function isEnough(solver: IntegerSolver | null): boolean {
  return solver?.lookout?.isEnough() ?? false;
}

/** The solver without anybody who is told, for parts of a problem: that it is enough still holds. */
export function untold(solver: IntegerSolver): IntegerSolver {
  const { lookout } = solver;
  return lookout ? { ...solver, lookout: { ...SILENT, isEnough: lookout.isEnough } } : solver;
}

/** The solver for some of the roles where others are settled: what they cost together is told. */
export function beside(solver: IntegerSolver, settled: Cost): IntegerSolver {
  const { lookout } = solver;
  if (!lookout) return solver;
  const cost = (problem: RoleProblem, rest: Cost): void => lookout.cost(problem, plus(settled, rest));
  return { ...solver, lookout: { ...lookout, cost } };
}

const nothing = (): void => undefined;
const SILENT: Omit<Lookout, 'isEnough'> = {
  part: nothing,
  stage: nothing,
  found: nothing,
  cost: nothing,
  levels: nothing,
  reached: nothing,
};

/** What is answered once it is enough: no answer, and no proof that there is none. */
const UNANSWERED: IntegerAnswer = {
  kind: 'OPEN',
  values: null,
  objective: Infinity,
  bound: -Infinity,
  iterations: 0,
};

/**
 * The solver with somebody who looks on: they are told at every stage, and once they say that it is enough nothing is
 * solved any more, so that every search ends with the best that it has and with bounds that hold.
 */
export function watched(solver: IntegerSolver, watch: Watch): IntegerSolver {
  let work = 0;
  const counted = <A extends { readonly iterations: number } | null>(answer: A): A => {
    work += answer?.iterations ?? 0;
    return answer;
  };
  return {
    lookout: lookoutFor(watch, () => work),
    grow: (rows) => {
      const program = solver.grow(rows, watch.isEnough);
      return { ...program, solve: (most) => (watch.isEnough() ? null : counted(program.solve(most))) };
    },
    solve: (program, most) =>
      watch.isEnough() ? UNANSWERED : counted(solver.solve(program, most, watch.isEnough)),
  };
}

function lookoutFor({ tell, isEnough }: Watch, work: () => number): Lookout {
  let part = '';
  let stage = '';
  let goals = new Map<SummedGoal, Pick<GoalSoFar, 'best' | 'lowerBound'>>();
  const told = (): void => {
    const soFar = [...goals].map(([goal, { best, lowerBound }]) => goalSoFar(goal, best, lowerBound));
    tell({ part, stage, work: work(), goals: soFar });
  };
  const set = (goal: SummedGoal, best: number, bound: number): void => {
    const known = goals.get(goal)?.lowerBound ?? 0;
    goals.set(goal, { best, lowerBound: Math.min(best, Math.max(known, bound)) });
  };
  const cost = (problem: RoleProblem, reached: Cost): void => {
    for (const goal of problem.order) set(goal, inItsUnit(problem, goal, toldOf(problem, goal, reached)), 0);
    told();
  };
  return {
    isEnough,
    cost,
    part: (next) => {
      part = next;
      goals = new Map();
    },
    stage: (next, fresh = false) => {
      stage = next;
      if (fresh) goals = new Map();
      told();
    },
    found: (problem, roles) => {
      if (roles.length > 0) cost(problem, totalCost(problem, roles));
    },
    levels: (problem, levels) => {
      for (const goal of problem.order) {
        const { value, lowerBound } = levels[LEVEL_OF[goal]];
        set(goal, inItsUnit(problem, goal, value), inItsUnit(problem, goal, lowerBound));
      }
      told();
    },
    reached: (problem, goal, value, bound) => {
      const best = inItsUnit(problem, goal, toldOf(problem, goal, value));
      if (!Number.isFinite(best)) return;
      set(goal, best, inItsUnit(problem, goal, boundOf(problem, goal, bound)));
      told();
    },
  };
}

const LEVEL_OF = { POSITIONS: 'positions', HAND_OFFS: 'handOffs', FRAGMENTATION: 'fragmentation' } as const;

/** Hand-offs are weighed in whole units of the problem, and told as they were reckoned. */
function inItsUnit({ scale }: RoleProblem, goal: SummedGoal, value: number): number {
  return goal === 'HAND_OFFS' ? value / scale : value;
}

function goalSoFar(goal: SummedGoal, best: number, lowerBound: number): GoalSoFar {
  const gap = best === lowerBound || best === 0 ? 0 : (best - lowerBound) / best;
  return { name: GOAL_NAMES[goal], best, lowerBound, gap };
}
