import type { StreamUnderstanding, StructureLimits } from '../domain/index.js';

/** How many answers are remembered for one stream. */
const MOST_ANSWERS = 16;

/** Gives the answer for that key, worked out once for as long as the stream stays as it is. */
export type Remember<A> = (understanding: StreamUnderstanding, key: string, make: () => A) => A;

/** Remembers answers about streams by a key; the oldest of one stream is forgotten where there are too many. */
export function rememberAnswers<A>(): Remember<A> {
  const remembered = new WeakMap<StreamUnderstanding, Map<string, A>>();
  return (understanding, key, make) => {
    const known = remembered.get(understanding) ?? new Map<string, A>();
    remembered.set(understanding, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = make();
    for (const oldest of known.keys()) {
      if (known.size < MOST_ANSWERS) break;
      known.delete(oldest);
    }
    known.set(key, answer);
    return answer;
  };
}

/** The limits that are set, as a text; empty where none is. */
export function limitsKey(limits: StructureLimits): string {
  return Object.entries(limits)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .sort()
    .join(' ');
}
