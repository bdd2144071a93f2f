const STOP_WORDS = new Set(
  (
    'a an and as at by for from in into is it its of on or our per so that the their them then this to ' +
    'via we with your new next each every again first'
  ).split(' '),
);

const ENDINGS: readonly (readonly [ending: string, keep: number])[] = [
  ['isation', 4],
  ['ization', 4],
  ['ation', 4],
  ['ion', 5],
  ['ment', 6],
  ['ing', 3],
  ['ed', 3],
];

/** A word without its plural, -ing, -ed and the like: price, prices and pricing are one. */
export function stemOf(word: string): string {
  let stem = withoutPlural(word);
  for (const [ending, keep] of ENDINGS) {
    if (stem.endsWith(ending) && stem.length - ending.length >= keep) {
      stem = stem.slice(0, -ending.length);
      break;
    }
  }
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 6 && stem.endsWith('at')) stem = stem.slice(0, -2);
  if (stem.length > 4 && stem.endsWith('y')) stem = stem.slice(0, -1);
  const last = stem.at(-1);
  return stem.length > 3 && last === stem.at(-2) ? stem.slice(0, -1) : stem;
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** The words of a text that carry meaning, by their stem, each as it was first written. */
export function wordsOf(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)) {
    if (word === '' || STOP_WORDS.has(word)) continue;
    const stem = stemOf(word);
    if (!words.has(stem)) words.set(stem, word);
  }
  return words;
}

/** Runs of three letters of each word, padded at its edges: what is left of a likeness where no word is the same. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const word of wordsOf(text).values()) {
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) runs.add(padded.slice(at, at + 3));
  }
  return runs;
}
