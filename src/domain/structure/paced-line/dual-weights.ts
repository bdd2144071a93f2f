import type { LineProblem } from './line-problem.js';

/** Weights of which no station can hold more than its room: the rest of a line needs at least ceil(sum / room) stations. */
export interface DualWeights {
  readonly count: number;
  /** Weight k of task i at i × count + k. */
  readonly weights: Int32Array;
  readonly rooms: Int32Array;
}

/** So many are kept, the strongest over all tasks first. */
const KEPT = 16;
/** So many sizes are tried as cuts; where there are more, every second or third of them. */
const MOST_CUTS = 300;
/** Weights are kept below this, so that sums of them stay whole numbers of 31 bits. */
const MOST_ROOM = 1_000_000;

interface Weight {
  readonly room: number;
  readonly of: (time: number) => number;
}

/**
 * Dual feasible functions of the bin packing bound: the plain sum (LB1), halves and thirds (LB2, LB3 of Johnson),
 * and those of Martello and Toth, Fekete and Schepers, for every size that a task has.
 */
export function chooseWeights(problem: LineProblem): DualWeights {
  const { size, cycle, times } = problem;
  const scored = candidates(cycle, [...new Set(times)]).map((weight, nth) => {
    let sum = 0;
    for (let task = 0; task < size; task += 1) sum += weight.of(times[task] ?? 0);
    return { weight, nth, score: sum / weight.room, key: '' };
  });
  const first = scored.slice(0, 3);
  const rest = scored.slice(3).sort((a, b) => b.score - a.score || a.nth - b.nth);
  const seen = new Set<string>();
  const kept: Weight[] = [];
  for (const { weight } of [...first, ...rest]) {
    if (kept.length >= KEPT) break;
    const key = Array.from(times, (time) => (weight.of(time) / weight.room).toFixed(9)).join();
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(weight);
  }
  return tabled(problem, kept);
}

/** The same weights and one more, told for every size that a task has. */
export function withWeight(
  problem: LineProblem,
  dual: DualWeights,
  room: number,
  of: ReadonlyMap<number, number>,
): DualWeights {
  const count = dual.count + 1;
  const weights = new Int32Array(problem.size * count);
  for (let task = 0; task < problem.size; task += 1) {
    for (let k = 0; k < dual.count; k += 1) {
      weights[task * count + k] = dual.weights[task * dual.count + k] ?? 0;
    }
    weights[task * count + dual.count] = of.get(problem.times[task] ?? 0) ?? 0;
  }
  return { count, weights, rooms: Int32Array.from([...dual.rooms, room]) };
}

function tabled({ size, times }: LineProblem, kept: readonly Weight[]): DualWeights {
  const count = kept.length;
  const weights = new Int32Array(size * count);
  for (let task = 0; task < size; task += 1) {
    kept.forEach((weight, k) => (weights[task * count + k] = weight.of(times[task] ?? 0)));
  }
  return { count, weights, rooms: Int32Array.from(kept, ({ room }) => room) };
}

function candidates(cycle: number, sizes: readonly number[]): Weight[] {
  const all: Weight[] = [{ room: cycle, of: (time) => time }, halves(cycle), thirds(cycle)];
  for (let k = 1; k <= 12 && cycle * k <= MOST_ROOM; k += 1) all.push(rounded(cycle, k));
  const cuts = sizes.filter((time) => time > 0 && 2 * time <= cycle).sort((a, b) => a - b);
  const stride = Math.ceil(cuts.length / MOST_CUTS);
  for (const [nth, cut] of cuts.entries()) {
    if (nth % stride !== 0) continue;
    all.push(pushedOut(cycle, cut), counted(cycle, cut));
    if (cut > 1) all.push(counted(cycle, cut - 1));
  }
  return all;
}

/** More than half a station counts a whole one, half counts half. */
function halves(cycle: number): Weight {
  return { room: 2, of: (time) => (2 * time > cycle ? 2 : 2 * time === cycle ? 1 : 0) };
}

function thirds(cycle: number): Weight {
  const of = (time: number) => {
    if (3 * time > 2 * cycle) return 6;
    if (3 * time === 2 * cycle) return 4;
    if (3 * time > cycle) return 3;
    return 3 * time === cycle ? 2 : 0;
  };
  return { room: 6, of };
}

/** Fekete and Schepers, u of order k. */
function rounded(cycle: number, k: number): Weight {
  const of = (time: number) =>
    ((k + 1) * time) % cycle === 0 ? time * k : Math.floor(((k + 1) * time) / cycle) * cycle;
  return { room: cycle * k, of };
}

/** Martello and Toth: what leaves less than the cut free counts a whole station, what is below the cut counts nothing. */
function pushedOut(cycle: number, cut: number): Weight {
  return { room: cycle, of: (time) => (time > cycle - cut ? cycle : time < cut ? 0 : time) };
}

/** Fekete and Schepers, φ: how many pieces of the cut a station still takes beside the task. */
function counted(cycle: number, cut: number): Weight {
  const room = Math.floor(cycle / cut);
  const of = (time: number) => {
    if (2 * time > cycle) return room - Math.floor((cycle - time) / cut);
    return time >= cut ? 1 : 0;
  };
  return { room, of };
}
