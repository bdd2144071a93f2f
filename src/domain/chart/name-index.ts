import { foldName } from '../shared/index.js';

/** A name that is like another one: 1 is the same words, 0 nothing in common. */
export interface LikeName<T> {
  readonly target: T;
  readonly score: number;
}

/** Finds the names that are most like a given one. */
export interface NameIndex<T> {
  /** At most three, the likest first; equals in the order of the targets. */
  readonly nearest: (name: string) => readonly LikeName<T>[];
}

const STOP_WORDS = new Set('a an the of to and for in on with by at from or our their &'.split(' '));
/** A piece that so many names share tells nothing, and is left out of the search. */
const COMMON = 200;
/** Names that share the most pieces with the one that is asked for; only they are compared. */
const COMPARED = 24;
const WORD_WEIGHT = 6;
const CANDIDATES = 3;
const LEAST = 0.35;
/** Spelling alone never says as much as the same words do. */
const SPELLING_WEIGHT = 0.95;
/** What initials say of a name: enough to ask, not enough to assume. */
const INITIALS_SCORE = 0.6;

interface Pieces {
  readonly words: ReadonlySet<string>;
  readonly triples: ReadonlySet<string>;
  readonly initials: string;
}

/** An index over names; building and asking take time in proportion to the names' length. */
export function indexNames<T>(
  targets: readonly { readonly name: string; readonly target: T }[],
): NameIndex<T> {
  const pieces = targets.map(({ name }) => piecesOf(name));
  const postings = new Map<string, number[]>();
  const post = (piece: string, at: number): void => {
    const list = postings.get(piece);
    if (!list) postings.set(piece, [at]);
    else if (list.length <= COMMON) list.push(at);
  };
  pieces.forEach(({ words, triples, initials }, at) => {
    for (const word of words) post(`w ${word}`, at);
    for (const triple of triples) post(`t ${triple}`, at);
    if (initials.length > 1) post(`i ${initials}`, at);
  });
  const rarely = (piece: string): readonly number[] => {
    const list = postings.get(piece) ?? [];
    return list.length > COMMON ? [] : list;
  };
  return {
    nearest: (name) => {
      const asked = piecesOf(name);
      const initials = foldName(name).replaceAll(/[\s./&-]/g, '');
      const met = new Map<number, number>();
      const count = (piece: string, weight: number): void => {
        for (const at of rarely(piece)) met.set(at, (met.get(at) ?? 0) + weight);
      };
      for (const word of asked.words) count(`w ${word}`, WORD_WEIGHT);
      for (const triple of asked.triples) count(`t ${triple}`, 1);
      count(`i ${initials}`, WORD_WEIGHT);
      return [...met]
        .toSorted(([a, sharedByA], [b, sharedByB]) => sharedByB - sharedByA || a - b)
        .slice(0, COMPARED)
        .map(([at]) => ({ at, score: likeness(asked, initials, pieces[at]) }))
        .filter(({ score }) => score >= LEAST)
        .toSorted((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, CANDIDATES)
        .flatMap(({ at, score }) => targets.slice(at, at + 1).map(({ target }) => ({ target, score })));
    },
  };
}

function likeness(asked: Pieces, initials: string, other: Pieces | undefined): number {
  if (!other) return 0;
  const same = initials.length > 1 && initials === other.initials ? INITIALS_SCORE : 0;
  return Math.max(
    shared(asked.words, other.words),
    SPELLING_WEIGHT * shared(asked.triples, other.triples),
    same,
  );
}

/** Twice what two sets share, over what both hold (Dice). */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const piece of a) if (b.has(piece)) common += 1;
  return (2 * common) / (a.size + b.size);
}

function piecesOf(name: string): Pieces {
  const plain = foldName(name).replaceAll(/[^\p{L}\p{N}\p{M}\s&]+/gu, ' ');
  const all = plain.split(/\s+/).filter((word) => word !== '');
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  const kept = telling.length > 0 ? telling : all;
  const triples = new Set<string>();
  for (const word of kept) {
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) triples.add(padded.slice(at, at + 3));
  }
  return { words: new Set(kept.map(stem)), triples, initials: kept.map((word) => word.slice(0, 1)).join('') };
}

/** The word without its English ending, so that "pricing" meets "price". */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=\p{L}{3})s$/u, '');
  return word.replace(/(?:ings?|ies|ed|es|s|e|y)$/u, '');
}
