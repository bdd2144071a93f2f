/** A line in the form in which it is searched: tasks by falling time, their order as lists and as sets of bits. */
export interface LineProblem {
  readonly size: number;
  /** 32-bit words of a set of tasks. */
  readonly words: number;
  readonly cycle: number;
  readonly times: Int32Array;
  readonly total: number;
  /** Direct followers of task i: follower[followerStart[i]] up to follower[followerStart[i + 1]]. */
  readonly followerStart: Int32Array;
  readonly follower: Int32Array;
  /** Direct predecessors of each task, counted. */
  readonly waitsFor: Int32Array;
  /** All followers of task i, direct or not: words from i × words. */
  readonly after: Uint32Array;
  readonly before: Uint32Array;
  /** Position in the line as it was given. */
  readonly given: Int32Array;
}

/** What a line is made of when it is compiled. */
export interface LineParts {
  readonly cycle: number;
  readonly times: readonly number[];
  readonly arcs: readonly (readonly [number, number])[];
}

/** Beyond so many tasks the sets of all followers would fill the memory; they stay empty, and only direct ones are known. */
export const MOST_CLOSED = 2_000;

/** The line with its tasks by falling time, then by falling number of followers, then as given. The arcs run in no circle. */
export function compileLine({ cycle, times, arcs }: LineParts): LineProblem {
  const size = times.length;
  const words = Math.max(1, Math.ceil(size / 32));
  const raw = closeOver(size, words, arcs);
  const count = Array.from({ length: size }, (_, task) => countBits(raw, task * words, words));
  const given = Array.from({ length: size }, (_, task) => task).sort(
    (a, b) => (times[b] ?? 0) - (times[a] ?? 0) || (count[b] ?? 0) - (count[a] ?? 0) || a - b,
  );
  const place = new Int32Array(size);
  given.forEach((task, at) => (place[task] = at));
  const placed = arcs.map(([from, to]) => [place[from] ?? 0, place[to] ?? 0] as const);
  const after = closeOver(size, words, placed);
  const lists = listFollowers(size, words, placed, after);
  return {
    size,
    words,
    cycle,
    times: Int32Array.from(given, (task) => times[task] ?? 0),
    total: times.reduce((sum, time) => sum + time, 0),
    ...lists,
    after,
    before: turnOver(size, words, after),
    given: Int32Array.from(given),
  };
}

/** The same tasks from the end of the line to its beginning. */
export function turnedRound({ cycle, times, arcs }: LineParts): LineParts {
  return { cycle, times, arcs: arcs.map(([from, to]) => [to, from] as const) };
}

/** Tasks so that each stands after all that come before it; shorter than the line where some follow each other in a circle. */
export function orderTasks(size: number, arcs: readonly (readonly [number, number])[]): number[] {
  const out: number[][] = Array.from({ length: size }, () => []);
  const open = new Int32Array(size);
  for (const [from, to] of arcs) {
    out[from]?.push(to);
    open[to] = (open[to] ?? 0) + 1;
  }
  const order: number[] = [];
  for (let task = 0; task < size; task += 1) if (open[task] === 0) order.push(task);
  for (const task of order) {
    for (const to of out[task] ?? []) {
      open[to] = (open[to] ?? 0) - 1;
      if (open[to] === 0) order.push(to);
    }
  }
  return order;
}

/** The followers of every task, direct or not; none at all beyond MOST_CLOSED tasks. */
function closeOver(size: number, words: number, arcs: readonly (readonly [number, number])[]): Uint32Array {
  if (size > MOST_CLOSED) return new Uint32Array(0);
  const out: number[][] = Array.from({ length: size }, () => []);
  for (const [from, to] of arcs) out[from]?.push(to);
  const after = new Uint32Array(size * words);
  for (const task of orderTasks(size, arcs).reverse()) {
    for (const to of out[task] ?? []) {
      addSet(after.subarray(task * words, (task + 1) * words), after, to * words);
      setBit(after, task * words, to);
    }
  }
  return after;
}

/** Direct followers only: an arc that another way makes needless is left out, and so is one told twice. */
function listFollowers(
  size: number,
  words: number,
  arcs: readonly (readonly [number, number])[],
  after: Uint32Array,
): Pick<LineProblem, 'followerStart' | 'follower' | 'waitsFor'> {
  const direct: number[][] = Array.from({ length: size }, () => []);
  for (const [from, to] of arcs) direct[from]?.push(to);
  const followerStart = new Int32Array(size + 1);
  const waitsFor = new Int32Array(size);
  const follower: number[] = [];
  for (let task = 0; task < size; task += 1) {
    const all = [...new Set(direct[task])].sort((a, b) => a - b);
    const later = new Uint32Array(words);
    for (const to of all) addSet(later, after, to * words);
    for (const to of all) {
      if (hasBit(later, 0, to)) continue;
      follower.push(to);
      waitsFor[to] = (waitsFor[to] ?? 0) + 1;
    }
    followerStart[task + 1] = follower.length;
  }
  return { followerStart, follower: Int32Array.from(follower), waitsFor };
}

function turnOver(size: number, words: number, after: Uint32Array): Uint32Array {
  if (after.length === 0) return after;
  const before = new Uint32Array(size * words);
  for (let task = 0; task < size; task += 1) {
    for (let to = 0; to < size; to += 1) {
      if (hasBit(after, task * words, to)) setBit(before, to * words, task);
    }
  }
  return before;
}

/** Puts all tasks of the set that begins at this word into another set. */
function addSet(into: Uint32Array, sets: Uint32Array, from: number): void {
  for (let word = 0; word < into.length; word += 1) {
    into[word] = ((into[word] ?? 0) | (sets[from + word] ?? 0)) >>> 0;
  }
}

/** True where the set that begins at this word holds the task. */
export function hasBit(sets: Uint32Array, from: number, task: number): boolean {
  return (((sets[from + (task >>> 5)] ?? 0) >>> (task & 31)) & 1) === 1;
}

/** Puts the task into the set that begins at this word. */
export function setBit(sets: Uint32Array, from: number, task: number): void {
  const at = from + (task >>> 5);
  sets[at] = ((sets[at] ?? 0) | (1 << (task & 31))) >>> 0;
}

/** How many tasks the set that begins at this word holds. */
export function countBits(sets: Uint32Array, from: number, words: number): number {
  let count = 0;
  for (let word = from; word < from + words; word += 1) {
    let bits = sets[word] ?? 0;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}
