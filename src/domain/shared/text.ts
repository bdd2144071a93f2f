/** The form in which two names are compared: NFC, lower case, one space, plain quotes and dashes. */
export function foldName(name: string): string {
  if (name.length < 200 && /^[!-~]+(?: [!-~]+)*$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u200b\u2060\u00ad]/g, '')
    .replace(/[‘’‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/** Characters that a key has at most. */
export const LONGEST_KEY = 80;

/** A key made of a name: letters and digits of any alphabet, lower case, `-` between, at most 80 characters, `unnamed` where nothing is left. */
export function keyFromName(name: string): string {
  const words = foldName(name)
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .join('-');
  const key = Array.from(words.slice(0, LONGEST_KEY * 2))
    .slice(0, LONGEST_KEY)
    .join('')
    .replace(/-$/, '');
  return key === '' ? 'unnamed' : key;
}

const LONGEST_COMPARED = 200;

/** One letter of so short a name is most of it, so every other short name would be near. */
const LONGEST_WITHOUT_NEIGHBOURS = 2;

/** The candidate that a mistyped name most likely means: nearest by edit distance, else one that holds its words; null where none is near, as to a name of two letters. */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  const wanted = foldName(name);
  if (wanted === '' || wanted.length > LONGEST_COMPARED) return null;
  let nearest: string | null = null;
  let limit = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let holder: { readonly name: string; readonly length: number } | null = null;
  for (const candidate of candidates) {
    const folded = foldName(candidate.slice(0, LONGEST_COMPARED + 1));
    if (folded.length > LONGEST_COMPARED) continue;
    const short = Math.min(wanted.length, folded.length) <= LONGEST_WITHOUT_NEIGHBOURS;
    const distance = short && wanted !== folded ? limit : editDistance(wanted, folded, limit);
    if (distance < limit) {
      nearest = candidate;
      limit = distance;
    }
    if (holdsWords(folded, wanted) && (holder === null || folded.length < holder.length)) {
      holder = { name: candidate, length: folded.length };
    }
  }
  return nearest ?? holder?.name ?? null;
}

function holdsWords(folded: string, wanted: string): boolean {
  return wanted.length >= 3 && ` ${folded} `.includes(` ${wanted} `);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); limit or more is told as limit. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let value = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, at(beforeLast, column - 2) + 1);
      }
      current.push(value);
      best = Math.min(best, value);
    }
    if (best >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return Math.min(at(last, b.length), limit);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
