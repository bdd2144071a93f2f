/** Letters of other alphabets that print like the Latin letters of a chart. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '\u0410': 'A', // Cyrillic
  '\u0430': 'a',
  '\u0421': 'C',
  '\u0441': 'c',
  '\u0406': 'I',
  '\u0456': 'i',
  '\u04c0': 'I',
  '\u0405': 'S',
  '\u0455': 's',
  '\u0391': 'A', // Greek
  '\u03b1': 'a',
  '\u0399': 'I',
  '\u03b9': 'i',
  '\u03f9': 'C',
  '\u03f2': 'c',
  '\u13aa': 'A', // Cherokee
  '\u13df': 'C',
  '\u13a1': 'R',
  '\u2160': 'I', // Roman numerals
  '\u216d': 'C',
  '\u2170': 'i',
  '\u217d': 'c',
  '\u2c84': 'C', // Coptic
  '\u01c0': 'I',
  '\u04cf': 'I',
};

const ALPHABETS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, 'Cyrillic'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{Script=Cherokee}/u, 'Cherokee'],
  [/\p{Script=Coptic}/u, 'Coptic'],
  [/[\uff00-\uffef]/u, 'full-width'],
  [/[\u2150-\u218f]/u, 'Roman numeral'],
];

/** A character that was taken for the Latin letter it looks like. */
export interface Lookalike {
  readonly character: string;
  readonly letter: string;
  /** "Cyrillic, U+0410". */
  readonly description: string;
}

/** The text with every look-alike letter made Latin, and which those were. */
export function foldLookalikes(text: string): { readonly folded: string; readonly lookalikes: Lookalike[] } {
  const lookalikes: Lookalike[] = [];
  const folded = Array.from(text, (character) => {
    const letter = LOOKALIKES[character] ?? compatible(character);
    if (letter === null) return character;
    if (!lookalikes.some((known) => known.character === character)) {
      lookalikes.push({ character, letter, description: describe(character) });
    }
    return letter;
  }).join('');
  return { folded, lookalikes };
}

/** Full-width, mathematical and circled letters, by Unicode's own compatibility forms. */
function compatible(character: string): string | null {
  if (character <= '\u024f') return null;
  const normal = character.normalize('NFKC');
  return normal !== character && /^[A-Za-z]$/.test(normal) ? normal : null;
}

function describe(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const alphabet = ALPHABETS.find(([pattern]) => pattern.test(character))?.[1];
  return alphabet ? `${alphabet}, ${code}` : code;
}
