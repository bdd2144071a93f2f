import type { Dominators } from './dominators.js';
import type { DualWeights } from './dual-weights.js';
import { makeQueue, pushState, type LevelQueue } from './level-queue.js';
import type { LineProblem } from './line-problem.js';
import { makeWalk, type LoadWalk } from './load-walk.js';
import { addState, findState, makeMemory, type StateMemory } from './state-memory.js';

/** What a search is given, and what it may remember. */
export interface SearchAsk {
  readonly problem: LineProblem;
  readonly dual: DualWeights;
  readonly dominators: Dominators;
  /** Stations that each task stands from the end of the line, at least. */
  readonly fromEnd: Int32Array;
  /** Stations of the best line known; fewer are looked for. */
  readonly upper: number;
  /** A line of so many stations ends the search. */
  readonly lower: number;
  /** The most sets of finished tasks. */
  readonly memory: number;
}

/** A search that can be gone on with. */
export interface Search {
  readonly ask: SearchAsk;
  readonly walk: LoadWalk;
  readonly memory: StateMemory;
  /** By stations used: what is still to be followed. */
  readonly levels: LevelQueue[];
  /** States of which not all loads were followed yet. */
  readonly cut: number[];
  /** The most loads and the most work for one state, until all others are followed too. */
  loadsOfState: number;
  readonly isSink: Uint8Array;
  /** Tasks by falling distance from the end. */
  readonly byTail: Int32Array;
  /** Of the state at hand: sums of weights over the tasks that it leaves, their times × distances from the end, their number. */
  readonly left: Float64Array;
  leftTail: number;
  leftCount: number;
  leftNotSinks: number;
  state: number;
  stations: number;
  loadsHere: number;
  readonly child: Uint32Array;
  loads: number;
  level: number;
  upper: number;
  /** The best line found, by position in the problem; null: none below upper. */
  best: readonly (readonly number[])[] | null;
  /** True where nothing is left to do, and whether that is because nothing better is possible. */
  ended: boolean;
  exhausted: boolean;
}

const FIRST_LOADS = 10_000;

/** A search that stands at the beginning of the line. */
export function beginSearch(ask: SearchAsk): Search {
  const { problem, dual, fromEnd } = ask;
  const { size, words, followerStart } = problem;
  const memory = makeMemory(words, Math.max(1, ask.memory));
  const none = new Uint32Array(words);
  const state = addState(memory, none, 0, findState(memory, none, 0));
  memory.parent[state] = -1;
  const levels = Array.from({ length: ask.upper }, makeQueue);
  const first = levels[0];
  if (first) pushState(first, state, 0);
  return {
    ask,
    walk: makeWalk(problem, ask.dominators),
    memory,
    levels,
    cut: [],
    loadsOfState: FIRST_LOADS,
    isSink: Uint8Array.from({ length: size }, (_, task) =>
      followerStart[task] === followerStart[task + 1] ? 1 : 0,
    ),
    byTail: Int32Array.from({ length: size }, (_, task) => task).sort(
      (a, b) => (fromEnd[b] ?? 0) - (fromEnd[a] ?? 0) || a - b,
    ),
    left: new Float64Array(dual.count),
    leftTail: 0,
    leftCount: size,
    leftNotSinks: 0,
    state,
    stations: 0,
    loadsHere: 0,
    child: none,
    loads: 0,
    level: -1,
    upper: ask.upper,
    best: null,
    ended: false,
    exhausted: false,
  };
}
