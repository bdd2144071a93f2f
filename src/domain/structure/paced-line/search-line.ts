import { popState, pushState } from './level-queue.js';
import { setBit } from './line-problem.js';
import { canComeLast, isDominated, leftFits, restFits, tailsFit } from './load-tests.js';
import { standBehind, walkLoads } from './load-walk.js';
import type { Search } from './search-state.js';
import { addState, findState, type StateMemory } from './state-memory.js';

/** Work for one load that may be followed, before the other states have their turn. */
const WORK_OF_LOAD = 50;
/** What putting a load to the test costs, in tasks tried. */
const COST_OF_LOAD = 25;
/** How much the distance of what is left from the end counts beside idle time, and by how much a turn grows. */
const TAIL_SHARE = 0.003;
const NEXT_TURN = 8;

/** What a search has cost so far, in tasks tried; testing loads and standing behind states are counted as such. */
export function costOf({ walk, loads }: Search): number {
  return walk.work + COST_OF_LOAD * loads;
}

/**
 * Goes on for so much work: in turn at each number of stations, the most promising set of finished tasks is followed
 * by the loads that its next station can take (cyclic best-first search; branch, bound and remember of Sewell and
 * Jacobson 2012, Morrison, Sewell and Jacobson 2014). Costs no more than the memory that it was given.
 */
export function goOn(search: Search, work: number): void {
  const { levels, memory, ask, cut } = search;
  const until = costOf(search) + work;
  let empty = 0;
  while (!search.ended && costOf(search) < until) {
    search.level = search.level + 1 >= search.upper - 1 ? 0 : search.level + 1;
    const queue = levels[search.level];
    const state = queue ? popState(queue) : -1;
    empty = state < 0 ? empty + 1 : 0;
    if (state >= 0) expand(search, state, search.level);
    if (empty > search.upper) {
      if (cut.length === 0) search.exhausted = true;
      else takeUpAgain(search);
      empty = 0;
    }
    search.ended = search.exhausted || search.upper <= ask.lower || memory.count >= memory.limit;
  }
}

/** What was cut off gets its turn again, with more loads; those that it had are remembered and cost no more than looking. */
function takeUpAgain(search: Search): void {
  search.loadsOfState *= NEXT_TURN;
  for (const state of search.cut.splice(0)) {
    const queue = search.levels[search.memory.stations[state] ?? 0];
    if (queue) pushState(queue, state, state);
  }
}

function expand(search: Search, state: number, stations: number): void {
  const { ask, walk, memory, cut } = search;
  // Reached with fewer stations since: it stands in the queue of that level too.
  if (memory.stations[state] !== stations) return;
  standBehind(walk, memory.sets, state * memory.words);
  walk.work += ask.problem.size;
  search.state = state;
  search.stations = stations;
  search.loadsHere = 0;
  weighLeft(search);
  const after = search.upper - 1 - stations;
  if (!leftFits(search, after)) return;
  const idle = after * ask.problem.cycle - (search.left[0] ?? 0);
  const until = walk.work + WORK_OF_LOAD * search.loadsOfState;
  walkLoads(walk, idle + 1, () => tryLoad(search), until);
  if (search.loadsHere >= search.loadsOfState || walk.work >= until) cut.push(state);
}

function weighLeft(search: Search): void {
  const { ask, walk, left, isSink } = search;
  const { problem, fromEnd } = ask;
  const { count, weights } = ask.dual;
  left.fill(0);
  search.leftTail = 0;
  search.leftCount = 0;
  search.leftNotSinks = 0;
  for (let task = 0; task < problem.size; task += 1) {
    if ((walk.open[task] ?? 0) < 0) continue;
    search.leftCount += 1;
    search.leftTail += (fromEnd[task] ?? 0) * (problem.times[task] ?? 0);
    if (isSink[task] === 0) search.leftNotSinks += 1;
    for (let k = 0; k < count; k += 1) left[k] = (left[k] ?? 0) + (weights[task * count + k] ?? 0);
  }
}

/** One load of the next station: kept as a new state where nothing speaks against it. True ends the walk. */
function tryLoad(search: Search): boolean {
  const { walk, memory } = search;
  search.loads += 1;
  if (walk.loadCount === search.leftCount) {
    writeDown(search);
    return true;
  }
  const after = search.upper - 2 - search.stations;
  if (!restFits(search, after) || canComeLast(search) || isDominated(search)) return false;
  if (!tailsFit(search, after)) return false;
  remember(search);
  return search.loadsHere >= search.loadsOfState || memory.count >= memory.limit;
}

function remember(search: Search): void {
  const { walk, memory, child } = search;
  const stations = search.stations + 1;
  const from = search.state * memory.words;
  for (let word = 0; word < memory.words; word += 1) child[word] = memory.sets[from + word] ?? 0;
  for (let at = 0; at < walk.loadCount; at += 1) setBit(child, 0, walk.load[at] ?? 0);
  const found = findState(memory, child, walk.hash);
  if (found >= 0 && (memory.stations[found] ?? 0) <= stations) return;
  const state = found >= 0 ? found : addState(memory, child, walk.hash, found);
  const queue = search.levels[stations];
  if (state < 0 || !queue) return;
  memory.stations[state] = stations;
  memory.parent[state] = search.state;
  search.loadsHere += 1;
  pushState(queue, state, keyOf(search, stations));
}

/** Little idle time for each station so far, and little left of what must stand far from the end. */
function keyOf({ ask, walk, left, leftTail }: Search, stations: number): number {
  const { cycle, total, times } = ask.problem;
  let tail = leftTail;
  for (let at = 0; at < walk.loadCount; at += 1) {
    const task = walk.load[at] ?? 0;
    tail -= (ask.fromEnd[task] ?? 0) * (times[task] ?? 0);
  }
  const idle = stations * cycle - (total - ((left[0] ?? 0) - (cycle - walk.rest)));
  return idle / stations / cycle + (TAIL_SHARE * tail) / Math.max(1, total);
}

/** The line that the load completes. */
function writeDown(search: Search): void {
  const { walk, memory, ask } = search;
  const stations: number[][] = [Array.from(walk.load.subarray(0, walk.loadCount))];
  for (let state = search.state; ;) {
    const parent = memory.parent[state] ?? -1;
    if (parent < 0) break;
    stations.push(differenceOf(memory, state, parent, ask.problem.size));
    state = parent;
  }
  search.best = stations.reverse();
  search.upper = stations.length;
}

function differenceOf({ sets, words }: StateMemory, state: number, parent: number, size: number): number[] {
  const tasks: number[] = [];
  for (let task = 0; task < size; task += 1) {
    const word = task >>> 5;
    const bits = (sets[state * words + word] ?? 0) & ~(sets[parent * words + word] ?? 0);
    if (((bits >>> (task & 31)) & 1) === 1) tasks.push(task);
  }
  return tasks;
}
