/** States of one number of stations: the least key comes out first, of equal keys the older state. */
export interface LevelQueue {
  readonly states: number[];
  readonly keys: number[];
}

/** An empty queue. */
export function makeQueue(): LevelQueue {
  return { states: [], keys: [] };
}

/** Puts a state in. */
export function pushState({ states, keys }: LevelQueue, state: number, key: number): void {
  let at = states.length;
  states.push(state);
  keys.push(key);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const aboveKey = keys[above] ?? 0;
    const aboveState = states[above] ?? 0;
    if (aboveKey < key || (aboveKey === key && aboveState < state)) break;
    states[at] = aboveState;
    keys[at] = aboveKey;
    at = above;
  }
  states[at] = state;
  keys[at] = key;
}

/** Takes the first state out; −1 where there is none. */
export function popState(queue: LevelQueue): number {
  const { states, keys } = queue;
  const top = states[0];
  const state = states.pop();
  const key = keys.pop();
  if (top === undefined || state === undefined || key === undefined) return -1;
  if (states.length > 0) sink(queue, state, key);
  return top;
}

function sink({ states, keys }: LevelQueue, state: number, key: number): void {
  const size = states.length;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && isBefore(states, keys, child + 1, child)) child += 1;
    const childKey = keys[child] ?? 0;
    const childState = states[child] ?? 0;
    if (key < childKey || (key === childKey && state < childState)) break;
    states[at] = childState;
    keys[at] = childKey;
    at = child;
  }
  states[at] = state;
  keys[at] = key;
}

function isBefore(states: readonly number[], keys: readonly number[], one: number, other: number): boolean {
  const [a, b] = [keys[one] ?? 0, keys[other] ?? 0];
  return a < b || (a === b && (states[one] ?? 0) < (states[other] ?? 0));
}
