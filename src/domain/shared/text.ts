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

/** Scratch for three rows of a table of distances: whoever compares names does so thousands of times. */
const newRow = (): Uint16Array => new Uint16Array(LONGEST_COMPARED + 1);
const ROWS: readonly [Uint16Array, Uint16Array, Uint16Array] = [newRow(), newRow(), newRow()];

/**
 * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); limit or more is told as limit.
 * A way that costs less than the limit never leaves the band of so many places beside the diagonal, so only that is walked.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (a.length - b.length >= limit || b.length - a.length >= limit) return limit;
  let [beforeLast, last, current] = ROWS;
  for (let column = 0; column <= b.length && column <= limit; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    const before = row > 1 ? a.charCodeAt(row - 2) : -1;
    const from = row > limit ? row - limit + 1 : 1;
    const to = least(b.length, row + limit - 1);
    let best = from === 1 ? row : limit;
    current[from - 1] = best;
    for (let column = from; column <= to; column++) {
      const other = b.charCodeAt(column - 1);
      const above = column === row + limit - 1 && row > 1 ? limit : at(last, column);
      let value = least(above, at(current, column - 1)) + 1;
      value = least(value, at(last, column - 1) + (letter === other ? 0 : 1));
      if (column > 1 && before === other && letter === b.charCodeAt(column - 2))
        value = least(value, at(beforeLast, column - 2) + 1);
      current[column] = value;
      best = least(best, value);
    }
    if (best >= limit) return limit;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return least(at(last, b.length), limit);
}

function at(row: Uint16Array, column: number): number {
  return row[column] ?? LONGEST_COMPARED;
}

function least(a: number, b: number): number {
  return a < b ? a : b;
}
