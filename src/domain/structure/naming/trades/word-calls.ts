import type { Stems } from './stems-of.js';
import type { TitledWork } from './trade-lines.js';

/** Words that call for something, all of which have to be there. */
export interface WordCall<T> {
  readonly calls: T;
  readonly stems: readonly string[];
  /** Only where its first word is the first of the name. */
  readonly isFirst: boolean;
  /** Whatever else the name says. */
  readonly isSure: boolean;
}

/** Calls by the first of their stems. */
export type WordCalls<T> = ReadonlyMap<string, readonly WordCall<T>[]>;

export interface Called<T> {
  readonly calls: T;
  /** So many words of the name, and more where they stand first or are sure. */
  readonly score: number;
  /** Where the first of its words stands. */
  readonly at: number;
  readonly stems: readonly string[];
}

const SURE = 3;
const FIRST = 0.5;

/** Makes words ready for looking up: "a+b" both, "^a" the first word, "a!" whatever else is said. stemsOf: the stems of a text, as names are read. */
export function wordCalls<T>(
  rows: readonly { readonly calls: T; readonly words: readonly string[] }[],
  stemsOf: (text: string) => Stems,
): WordCalls<T> {
  const calls = new Map<string, WordCall<T>[]>();
  for (const row of rows) {
    for (const word of row.words) {
      const stems = [...stemsOf(word.replaceAll(/[+^!-]/g, ' ')).keys()];
      const [first] = stems;
      if (first === undefined) continue;
      const call = { calls: row.calls, stems, isFirst: word.startsWith('^'), isSure: word.endsWith('!') };
      const those = calls.get(first);
      if (those) those.push(call);
      else calls.set(first, [call]);
    }
  }
  return calls;
}

/** Titles with their words as rows to make ready. */
export function rowsOf(works: readonly TitledWork[]): { calls: string; words: readonly string[] }[] {
  return works.map(({ title, words }) => ({ calls: title, words }));
}

/** All that the words of a name call for, in the order of its words. */
export function allCalled<T>(calls: WordCalls<T>, stems: Stems): Called<T>[] {
  const called: Called<T>[] = [];
  for (const [stem, at] of stems) {
    for (const call of calls.get(stem) ?? []) {
      if ((call.isFirst && at > 0) || call.stems.some((other) => !stems.has(other))) continue;
      const score = call.stems.length + (call.isFirst ? FIRST : 0) + (call.isSure ? SURE : 0);
      called.push({ calls: call.calls, score, at, stems: call.stems });
    }
  }
  return called;
}

/** The best of what the words of a name call for: most words, else the first; null where they call for nothing. */
export function bestCalled<T>(calls: WordCalls<T>, stems: Stems): Called<T> | null {
  return allCalled(calls, stems).reduce<Called<T> | null>(
    (best, one) => (best === null || one.score > best.score ? one : best),
    null,
  );
}
