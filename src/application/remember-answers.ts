import type { StreamUnderstanding, StructureLimits } from '../domain/index.js';

/** How many answers are remembered for one stream. */
const MOST_ANSWERS = 16;

/** Answers about streams, each worked out once for as long as the stream stays as it is. */
export interface RememberedAnswers<A> {
  /** The answer for that key, or what make makes of it; one that could not be made is made anew. */
  of(understanding: StreamUnderstanding, key: string, make: () => Promise<A>): Promise<A>;
  /** Remembers an answer that was worked out otherwise. */
  keep(understanding: StreamUnderstanding, key: string, answer: A): void;
}

/** Remembers answers about streams by a key; the oldest of one stream is forgotten where there are too many. */
export function rememberAnswers<A>(): RememberedAnswers<A> {
  const remembered = new WeakMap<StreamUnderstanding, Map<string, Promise<A>>>();

  function put(understanding: StreamUnderstanding, key: string, answer: Promise<A>): Promise<A> {
    const known = remembered.get(understanding) ?? new Map<string, Promise<A>>();
    remembered.set(understanding, known);
    for (const oldest of known.keys()) {
      if (known.size < MOST_ANSWERS) break;
      known.delete(oldest);
    }
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  }

  return {
    of: (understanding, key, make) =>
      remembered.get(understanding)?.get(key) ?? put(understanding, key, make()),
    keep: (understanding, key, answer) => void put(understanding, key, Promise.resolve(answer)),
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
