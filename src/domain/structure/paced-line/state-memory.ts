/** Sets of finished tasks with the fewest stations that reach each, found again by their hash. */
export interface StateMemory {
  readonly words: number;
  readonly limit: number;
  count: number;
  room: number;
  sets: Uint32Array;
  /** Stations used; a state that was reached with fewer later is told so here. */
  stations: Uint16Array;
  /** The state that the last station was added to; −1 for the beginning. */
  parent: Int32Array;
  hash: Int32Array;
  /** Open addressing: state + 1, 0 where free. */
  table: Int32Array;
}

const FIRST_ROOM = 1 << 12;

/** An empty memory for so many sets of so many words. */
export function makeMemory(words: number, limit: number): StateMemory {
  const room = Math.min(FIRST_ROOM, limit);
  return {
    words,
    limit,
    count: 0,
    room,
    sets: new Uint32Array(room * words),
    stations: new Uint16Array(room),
    parent: new Int32Array(room),
    hash: new Int32Array(room),
    table: new Int32Array(tableSize(room)),
  };
}

function tableSize(room: number): number {
  let size = 16;
  while (size < room * 2) size *= 2;
  return size;
}

/** The state with this set, or −1 − the place in the table where it belongs. */
export function findState(memory: StateMemory, set: Uint32Array, hash: number): number {
  const { table, hash: hashes } = memory;
  const mask = table.length - 1;
  let at = hash & mask;
  for (;;) {
    const entry = table[at] ?? 0;
    if (entry === 0) return -1 - at;
    if (hashes[entry - 1] === hash && isSame(memory, entry - 1, set)) return entry - 1;
    at = (at + 1) & mask;
  }
}

function isSame({ sets, words }: StateMemory, state: number, set: Uint32Array): boolean {
  const from = state * words;
  for (let word = 0; word < words; word += 1) if (sets[from + word] !== set[word]) return false;
  return true;
}

/** Remembers a new set at the place that findState told; −1 where the memory is full. */
export function addState(memory: StateMemory, set: Uint32Array, hash: number, place: number): number {
  const state = memory.count;
  if (state >= memory.limit) return -1;
  memory.sets.set(set, state * memory.words);
  memory.hash[state] = hash;
  memory.table[-1 - place] = state + 1;
  memory.count = state + 1;
  if (memory.count === memory.room && memory.room < memory.limit) grow(memory);
  return state;
}

function grow(memory: StateMemory): void {
  const room = Math.min(memory.limit, memory.room * 2);
  memory.room = room;
  memory.sets = enlarged(memory.sets, new Uint32Array(room * memory.words));
  memory.stations = enlarged(memory.stations, new Uint16Array(room));
  memory.parent = enlarged(memory.parent, new Int32Array(room));
  memory.hash = enlarged(memory.hash, new Int32Array(room));
  const table = new Int32Array(tableSize(room));
  const mask = table.length - 1;
  for (let state = 0; state < memory.count; state += 1) {
    let at = (memory.hash[state] ?? 0) & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = state + 1;
  }
  memory.table = table;
}

function enlarged<T extends Uint32Array | Uint16Array | Int32Array>(old: T, into: T): T {
  into.set(old);
  return into;
}
