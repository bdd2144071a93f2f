import { checkLine } from './check-line.js';
import { findDominators } from './dominators.js';
import { chooseWeights, withWeight, type DualWeights } from './dual-weights.js';
import { fillLine } from './hoffmann-line.js';
import { learnWeights } from './learn-weights.js';
import { compileLine, MOST_CLOSED, turnedRound, type LineProblem } from './line-problem.js';
import type { LineBalance, LineLimits, LineNotPossible, PacedLine } from './paced-line.js';
import { raiseTimes } from './raise-times.js';
import { costOf, goOn } from './search-line.js';
import { beginSearch, type Search, type SearchAsk } from './search-state.js';
import { putInOrder } from './station-order.js';
import { stationsFromEnd } from './station-tails.js';
import { LOAD_TASTES } from './load-tastes.js';

/** Enough for a proof of nearly every line of up to a hundred tasks; some seconds of work where it is all used. */
export const DEFAULT_LINE_LIMITS: LineLimits = { work: 40_000_000, memory: 1_000_000 };

/** One way to walk the line: as it is, or from its end. */
interface Direction {
  readonly name: LineBalance['effort']['direction'];
  readonly problem: LineProblem;
  ask: Omit<SearchAsk, 'upper' | 'lower' | 'memory'>;
  /** Loads that filling stations one by one came across: the fewer, the less there is to search. */
  loads: number;
}

/** The best line so far, by position in the line as it was given. */
interface Best {
  stations: readonly (readonly number[])[];
  method: LineBalance['method'];
  direction: Direction['name'];
  lower: number;
  work: number;
  loads: number;
  states: number;
}

/**
 * The fewest stations that do every task in time, each after all that come before it; the lower bound is proven
 * whatever the limits, and proven tells whether it is reached. Refused where no line is possible.
 */
export function balanceLine(
  line: PacedLine,
  limits: LineLimits = DEFAULT_LINE_LIMITS,
): LineBalance | LineNotPossible {
  const wrong = checkLine(line);
  if (wrong) return wrong;
  const raised = raisedLine(line);
  const directions = [lookAt('FORWARD', raised), lookAt('BACKWARD', turnedRound(raised))];
  const best = fillFirst(directions);
  if (raised.times.length <= MOST_CLOSED) {
    fillByTastes(directions, best, limits.work / 4);
    if (best.stations.length > best.lower) learnMore(directions, best);
    if (best.stations.length > best.lower) searchBothWays(directions, best, limits);
  }
  return tell(line, best);
}

function raisedLine(line: PacedLine): PacedLine {
  const problem = compileLine(line);
  const times = [...line.times];
  raiseTimes(problem).forEach((time, at) => (times[problem.given[at] ?? 0] = time));
  return { ...line, times };
}

function lookAt(name: Direction['name'], line: PacedLine): Direction {
  const problem = compileLine(line);
  const dual = chooseWeights(problem);
  const fromEnd = problem.size > MOST_CLOSED ? new Int32Array(problem.size) : stationsFromEnd(problem, dual);
  return { name, problem, ask: { problem, dual, dominators: findDominators(problem), fromEnd }, loads: 0 };
}

/** Each station takes the longest tasks that fit, one after the other: always a line, in a moment. */
function fillFirst(directions: readonly Direction[]): Best {
  const best: Best = {
    stations: [],
    method: 'FIRST_FIT',
    direction: 'FORWARD',
    lower: Math.max(...directions.map(lowerBound)),
    work: 0,
    loads: 0,
    states: 0,
  };
  let upper = Number.POSITIVE_INFINITY;
  for (const direction of directions) {
    const taste = { weight: 0, followers: 0, task: 0 };
    const filled = fillLine(direction.problem, direction.ask.dominators, taste, 1, upper);
    best.work += filled.work;
    if (!filled.stations) continue;
    keep(best, direction, filled.stations, 'FIRST_FIT');
    upper = filled.stations.length;
  }
  return best;
}

/** What no line goes below: by every weight over all tasks, and by the task that stands farthest from the end. */
function lowerBound({ problem, ask }: Direction): number {
  const { count, weights, rooms }: DualWeights = ask.dual;
  let most = ask.fromEnd.reduce((far, stations) => Math.max(far, stations), 0);
  for (let k = 0; k < count; k += 1) {
    let sum = 0;
    for (let task = 0; task < problem.size; task += 1) sum += weights[task * count + k] ?? 0;
    most = Math.max(most, Math.ceil(sum / (rooms[k] ?? 1)));
  }
  return problem.size === 0 ? 0 : Math.max(1, most);
}

const LOADS_OF_STATION = 1_000;
const WORK_OF_TASTES = 1_000_000;

function fillByTastes(directions: readonly Direction[], best: Best, most: number): void {
  const until = best.work + Math.min(WORK_OF_TASTES, most);
  for (const taste of LOAD_TASTES) {
    for (const direction of directions) {
      if (best.stations.length <= best.lower || best.work >= until) return;
      const { problem, ask } = direction;
      const filled = fillLine(problem, ask.dominators, taste, LOADS_OF_STATION, best.stations.length);
      best.work += filled.work;
      best.loads += filled.loads;
      direction.loads += filled.loads;
      if (filled.stations) keep(best, direction, filled.stations, 'HOFFMANN_LOADS');
    }
  }
}

/** What cheap weights leave open is asked of learned ones; both directions have the same times. */
function learnMore(directions: readonly Direction[], best: Best): void {
  const [first] = directions;
  const learned = first && learnWeights(first.problem.times, first.problem.cycle);
  if (!learned) return;
  for (const direction of directions) {
    const { problem, ask } = direction;
    const dual = withWeight(problem, ask.dual, learned.room, learned.of);
    direction.ask = { ...ask, dual, fromEnd: stationsFromEnd(problem, dual) };
    best.lower = Math.max(best.lower, lowerBound(direction));
  }
}

/** The direction with clearly fewer loads to follow gets four times the work of the other. */
const PREFERENCE = 4;
const CLEARLY = 1.25;
const TURN = 20_000;

function searchBothWays(directions: readonly Direction[], best: Best, limits: LineLimits): void {
  const fewest = Math.min(...directions.map(({ loads }) => loads));
  const searches = directions.map((direction) => ({
    direction,
    weight: direction.loads <= fewest * CLEARLY ? PREFERENCE : 1,
    search: beginSearch({
      ...direction.ask,
      upper: best.stations.length,
      lower: best.lower,
      memory: Math.floor(limits.memory / directions.length),
    }),
  }));
  const spent = () => searches.reduce((sum, { search }) => sum + costOf(search), best.work);
  for (;;) {
    const open = searches.filter(({ search }) => !search.ended);
    if (open.length === 0 || spent() >= limits.work) break;
    const next = open.reduce((a, b) => (costOf(b.search) / b.weight < costOf(a.search) / a.weight ? b : a));
    const { search, direction } = next;
    search.upper = best.stations.length;
    goOn(search, TURN);
    if (search.best && search.upper < best.stations.length) {
      keep(best, direction, search.best, 'BRANCH_BOUND_AND_REMEMBER');
    }
    if (search.exhausted) best.lower = best.stations.length;
    if (best.lower >= best.stations.length) break;
  }
  addUp(
    best,
    searches.map(({ search }) => search),
  );
}

function addUp(best: Best, searches: readonly Search[]): void {
  for (const search of searches) {
    best.work += costOf(search);
    best.loads += search.loads;
    best.states += search.memory.count;
  }
}

function keep(
  best: Best,
  { name, problem }: Direction,
  stations: readonly (readonly number[])[],
  method: LineBalance['method'],
): void {
  const given = stations.map((tasks) => tasks.map((task) => problem.given[task] ?? 0));
  best.stations = name === 'FORWARD' ? given : given.reverse();
  best.method = method;
  best.direction = name;
}

function tell(line: PacedLine, best: Best): LineBalance {
  const { stations, lower, method, direction, work, loads, states } = best;
  const count = stations.length;
  return {
    kind: 'LineBalance',
    stations: putInOrder(line, stations),
    lowerBound: lower,
    proven: lower >= count,
    gap: lower >= count ? 0 : (count - lower) / count,
    method,
    effort: { work, loads, states, direction },
  };
}
