/** Somebody could take a place of this kind at this cost. */
export interface PossiblePlace {
  readonly kind: number;
  readonly cost: number;
}

/**
 * Gives people places of several kinds, one each: as many people as possible, and of all such ways one of least cost
 * (successive shortest augmenting paths of a minimum-cost flow, exact for whole costs from 0 on). room is how many
 * places each kind has. Of equal ways the one in which the earlier person has the place.
 */
export function leastCostPlaces(
  people: readonly (readonly PossiblePlace[])[],
  room: readonly number[],
): (number | null)[] {
  const given: (number | null)[] = people.map(() => null);
  const used = room.map(() => 0);
  for (;;) {
    const path = shortestPath(people, room, given, used);
    if (!path) return given;
    const last = path.at(-1);
    if (last) used[last.kind] = (used[last.kind] ?? 0) + 1;
    for (const { person, kind } of path) given[person] = kind;
  }
}

interface Move {
  readonly person: number;
  readonly kind: number;
}

interface Reached extends Move {
  readonly cost: number;
  /** The kind that the person gives up; null: they had none. */
  readonly from: number | null;
}

/** The cheapest chain from somebody without a place to a kind with room, each person on it moving on. */
function shortestPath(
  people: readonly (readonly PossiblePlace[])[],
  room: readonly number[],
  given: readonly (number | null)[],
  used: readonly number[],
): Move[] | null {
  const reached = new Map<number, Reached>();
  const queue: number[] = [];
  const queued = new Set<number>();
  const reach = (person: number, from: number | null, spent: number): void => {
    for (const { kind, cost } of people[person] ?? []) {
      const total = spent + cost;
      if (kind === from || total >= (reached.get(kind)?.cost ?? Infinity)) continue;
      reached.set(kind, { person, kind, cost: total, from });
      if (!queued.has(kind)) queue.push(kind);
      queued.add(kind);
    }
  };
  const holders = room.map((): number[] => []);
  given.forEach((kind, person) => {
    if (kind === null) reach(person, null, 0);
    else holders[kind]?.push(person);
  });
  for (let at = 0; at < queue.length; at += 1) {
    const kind = queue[at] ?? 0;
    queued.delete(kind);
    const here = reached.get(kind)?.cost ?? 0;
    for (const person of holders[kind] ?? []) reach(person, kind, here - costOf(people, person, kind));
  }
  return chainTo(cheapestFree(reached, room, used), reached);
}

function cheapestFree(
  reached: ReadonlyMap<number, Reached>,
  room: readonly number[],
  used: readonly number[],
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const [kind, places] of room.entries()) {
    const cost = (used[kind] ?? 0) < places ? (reached.get(kind)?.cost ?? Infinity) : Infinity;
    if (cost >= least) continue;
    best = kind;
    least = cost;
  }
  return best;
}

/** From the first person to the last, whose new kind has room. */
function chainTo(end: number | null, reached: ReadonlyMap<number, Reached>): Move[] | null {
  const chain: Move[] = [];
  for (let kind = end; kind !== null;) {
    const step = reached.get(kind);
    if (!step) break;
    chain.unshift({ person: step.person, kind });
    kind = step.from;
  }
  return chain.length > 0 ? chain : null;
}

function costOf(people: readonly (readonly PossiblePlace[])[], person: number, kind: number): number {
  return people[person]?.find((place) => place.kind === kind)?.cost ?? 0;
}
