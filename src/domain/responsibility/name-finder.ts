import { foldName, nearestName } from '../shared/index.js';
import { gather } from './step-book.js';

const MOST_COMPARED = 100;

/** The nearest of many names; of very many those are compared that share its rarest words or its beginning. Each text is looked up once. */
export function openNameFinder(names: readonly string[]): (text: string) => string | null {
  const known = new Map<string, string | null>();
  let byMark: Map<string, string[]> | null = null;
  return (text) => {
    byMark ??= byWordsAndBeginning(names);
    const before = known.get(text);
    if (before !== undefined) return before;
    const nearest = nearestName(text, candidatesFor(text, names, byMark));
    known.set(text, nearest);
    return nearest;
  };
}

function candidatesFor(
  text: string,
  names: readonly string[],
  byMark: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (names.length <= MOST_COMPARED) return names;
  const candidates = new Set<string>();
  const lists = [...marksOf(text)].map((mark) => byMark.get(mark) ?? []);
  for (const list of lists.sort((a, b) => a.length - b.length)) {
    for (const name of list) {
      if (candidates.size >= MOST_COMPARED) return [...candidates];
      candidates.add(name);
    }
  }
  return [...candidates];
}

function byWordsAndBeginning(names: readonly string[]): Map<string, string[]> {
  const byMark = new Map<string, string[]>();
  for (const name of names) for (const mark of marksOf(name)) gather(byMark, mark, name);
  return byMark;
}

function marksOf(text: string): ReadonlySet<string> {
  const folded = foldName(text.slice(0, 200));
  return new Set([...folded.split(' ').map((word) => `word ${word}`), `beginning ${folded.slice(0, 2)}`]);
}
